package dev.outlay.admin;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * The way out, which any number of connections may share: their requests then use the same sockets
 * and threads, which is what a thousand of them need. What belongs to one organisation, its key and
 * its allowances, is not here. Safe for use by many threads.
 */
public final class Line implements AutoCloseable {
  /** What makes one client differ from another. */
  private record Kind(boolean secure, Duration patience, Optional<InetSocketAddress> proxy) {}

  /** So many answers are read at the same time: memory is bounded, whoever shares it. */
  private static final int AT_ONCE = 32;

  /** So many of these may be of those who have time. */
  private static final int PATIENT = 6;

  private final Semaphore room = new Semaphore(AT_ONCE, true);
  private final Semaphore patientRoom = new Semaphore(PATIENT, true);
  private final Map<Kind, HttpClient> clients = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watches =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("outlay-stall-watch").factory());

  HttpClient client(AdminSettings settings) {
    boolean secure = "https".equals(settings.baseUrl().getScheme());
    return clients.computeIfAbsent(
        new Kind(secure, settings.patience(), settings.proxy()), Line::client);
  }

  /** To be held while a request is under way. */
  Semaphore room() {
    return room;
  }

  /** The same for those who have time: they leave room to all others. */
  Semaphore patientRoom() {
    return patientRoom;
  }

  ScheduledExecutorService watches() {
    return watches;
  }

  private static HttpClient client(Kind kind) {
    return HttpClient.newBuilder()
        .followRedirects(Redirect.NEVER)
        .connectTimeout(kind.patience)
        .version(kind.secure ? Version.HTTP_2 : Version.HTTP_1_1)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .proxy(kind.proxy.map(ProxySelector::of).orElse(ProxySelector.getDefault()))
        .build();
  }

  /** Ends what is still being asked. */
  @Override
  public void close() {
    watches.shutdownNow();
    for (HttpClient client : clients.values()) {
      client.shutdownNow();
      client.close();
    }
  }
}
