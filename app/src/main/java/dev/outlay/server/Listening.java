package dev.outlay.server;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server that listens, from when it is made until it is closed. */
public final class Listening implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(4);
  private static final int MOST_HEADERS = 16 << 10;
  private static final int MOST_CONNECTIONS = 1000;

  /** So many references of four bytes are in a line of 64. */
  private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

  static {
    // Otherwise Jetty starts all of the platform's management to find it out.
    System.getProperties().putIfAbsent(REFERENCES, "16");
  }

  private final Server server;
  private final ServerConnector connector;
  private final Binding binding;

  private Listening(Server server, ServerConnector connector, Binding binding) {
    this.server = server;
    this.connector = connector;
    this.binding = binding;
  }

  /**
   * Begins to listen.
   *
   * @throws dev.outlay.app.setting.WrongUse when the address cannot be had, or strangers could come
   *     in
   */
  public static Listening to(Binding binding, Api api, Pages pages, InstantSource clock) {
    Whole whole = new Whole(api, pages);
    Walls walls =
        new Walls(binding.address().isLoopback(), api.identify().asksForSignIn(), whole::answer);
    Forwarding forwarding = new Forwarding(binding.safeWith(api.identify()).proxies());
    return to(binding, new Front(forwarding::undone, walls::pass, api.problems(), clock));
  }

  /** Loads what a server needs; nothing listens. */
  public static void warmUp() {
    Server server = new Server(threads());
    server.addConnector(new ServerConnector(server, 1, 1, new HttpConnectionFactory(http())));
    server.setHandler(new GracefulHandler());
  }

  private static Listening to(Binding binding, Front front) {
    Server server = new Server(threads());
    ServerConnector connector = connector(server, binding);
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(front));
    server.setErrorHandler(new Errors());
    server.setStopTimeout(GRACE.toMillis());
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    Listening listening = new Listening(server, connector, binding);
    listening.start();
    return listening;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
    return threads;
  }

  private static ServerConnector connector(Server server, Binding binding) {
    HttpConnectionFactory http = new HttpConnectionFactory(http());
    ServerConnector connector =
        binding
            .tls()
            .map(tls ->
                new ServerConnector(
                    server,
                    1,
                    1,
                    new SslConnectionFactory(tls.context(), http.getProtocol()),
                    http))
            .orElseGet(() -> new ServerConnector(server, 1, 1, http));
    connector.setHost(binding.address().host());
    connector.setPort(binding.address().port());
    connector.setIdleTimeout(IDLE.toMillis());
    return connector;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEADERS);
    http.addCustomizer(new SecureRequestCustomizer(false));
    return http;
  }

  private void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw binding.address().taken(e);
    }
  }

  /** Where it can be reached; the real port where any was asked for. */
  public URI url() {
    String scheme = binding.tls().isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + binding.address().shown() + ":" + connector.getLocalPort());
  }

  /** Takes no more, lets what runs end for a moment, then stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
