package dev.outlay.server;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happens, told to the pages as it happens (server-sent events): commits, at most one a
 * second, and how far runs are. Whoever reads too slowly is cut off and comes again by itself. Safe
 * for use by many threads; telling never waits.
 */
public final class Events implements AutoCloseable {
  private static final Duration CALM = Duration.ofSeconds(1);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
  private static final int MOST_LISTENERS = 200;

  @Says("Something was committed.")
  record Committed(long version) {}

  @Says("How far a run is.")
  record Progressed(
      @Says("Whose run it is.") String connectionId,
      @Says("What is collected.") String dataset,
      @Says("Parts of it that are done.") long done,
      @Says("All its parts.") long total) {}

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** The store was committed to and has this version now. */
  public void committed(long version) {
    String data = Json.text(new Committed(version));
    listeners.forEach(each -> each.tell("commit", "commit", data));
  }

  /** How far a run of a dataset is; whoever may see some workspaces only is not told. */
  public void progressed(String connectionId, String dataset, long done, long total) {
    String data = Json.text(new Progressed(connectionId, dataset, done, total));
    listeners.stream()
        .filter(each -> !each.limited())
        .forEach(each -> each.tell("progress", connectionId + "/" + dataset, data));
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/events", Void.class)
            .says(
                "What happens, as it happens: events commit {version}, at most one a second, and"
                    + " progress {connection_id, dataset, done, total}; a comment every 15 seconds.")
            .media("text/event-stream")
            .status(200)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(call -> listen(call.caller())));
  }

  private Reply listen(Caller caller) {
    if (closed || listeners.size() >= MOST_LISTENERS) {
      throw Refusal.tooMany("too many pages are open", 30);
    }
    return Reply.stream("text/event-stream", out -> tell(out, new Listener(caller.limited())))
        .with("X-Accel-Buffering", "no");
  }

  private void tell(OutputStream out, Listener listener) throws IOException {
    listeners.add(listener);
    try {
      send(out, ": hello\nretry: 2000\n\n");
      while (!closed) {
        send(out, listener.await(SIGN_OF_LIFE));
        listener.rest(CALM);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(listener);
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Lets go of everybody who listens. */
  @Override
  public void close() {
    closed = true;
    listeners.forEach(Listener::wake);
  }
}
