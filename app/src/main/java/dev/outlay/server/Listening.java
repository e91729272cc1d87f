package dev.outlay.server;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server that listens, from when it is made until it is closed. */
public final class Listening implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int MOST_HEADERS = 16 << 10;
  private final Server server;
  private final ServerConnector connector;
  private final Address address;

  private Listening(Server server, ServerConnector connector, Address address) {
    this.server = server;
    this.connector = connector;
    this.address = address;
  }

  /**
   * Begins to listen.
   *
   * @throws dev.outlay.app.setting.WrongUse when the address cannot be had
   */
  public static Listening to(Address address, Api api, InstantSource clock) {
    return to(address, new Front(new Walls(address, api::answer)::pass, api.problems(), clock));
  }

  private static Listening to(Address address, Front front) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        java.util.concurrent.Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("request-", 0).factory()));
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(front);
    Listening listening = new Listening(server, connector, address);
    listening.start();
    return listening;
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEADERS);
    return http;
  }

  private void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw address.taken(e);
    }
  }

  /** Where it can be reached; the real port where any was asked for. */
  public URI url() {
    return URI.create("http://" + address.shown() + ":" + connector.getLocalPort());
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
