package dev.outlay.holder;

import com.sun.net.httpserver.HttpServer;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.store.Answers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers the questions of other processes while this one has the store open. Only queries pass.
 * Close it before the store.
 */
public final class Holder implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Path store;
  private final HttpServer server;
  private final ExecutorService threads;
  private final QueryDoor door;
  private final NoteFile note;

  private Holder(Path store, HttpServer server, QueryDoor door, NoteFile note) {
    this.store = store;
    this.server = server;
    this.door = door;
    this.note = note;
    // The engine's native calls would pin virtual threads.
    this.threads =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("holder-", 0).factory());
  }

  /**
   * Begins to answer.
   *
   * @param file the store's, beside which the note is left
   * @param doing the command of this process, for the messages of others
   * @param since now
   */
  public static Holder over(Answers store, Path file, String doing, Instant since) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
      HolderNote note = HolderNote.here(server.getAddress().getPort(), doing, since);
      QueryDoor door = new QueryDoor(store, note.token());
      Holder holder = new Holder(file, server, door, NoteFile.write(file, note));
      holder.begin();
      return holder;
    } catch (IOException e) {
      throw new KeepFailed(
          Attempt.to("sharing it with other commands", "store " + file, ""),
          "its folder may not be written, the disk is full, or no local port is free",
          "See that there is room, and that this user may write there.",
          e);
    }
  }

  /** From now on other processes may have these run here. */
  public void take(Errands errands) {
    door.take(errands);
  }

  static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
  }

  private void begin() {
    server.createContext("/", door);
    server.setExecutor(threads);
    server.start();
  }

  /** Lets running queries end for a moment, then stops; the note goes first. */
  @Override
  public void close() {
    try {
      note.remove(store);
    } catch (IOException _) {
      // A note without a process behind it is recognised by all who read it.
    }
    door.shut(GRACE);
    server.stop(0);
    threads.shutdownNow();
  }
}
