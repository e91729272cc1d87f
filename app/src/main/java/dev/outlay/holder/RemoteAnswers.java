package dev.outlay.holder;

import dev.outlay.failure.Failure.Retry;
import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks the process that has the store open. */
record RemoteAnswers(Path store, HolderNote note) implements Answers {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int STATUS_MILLIS = 5_000;

  /** What came of looking whether it answers. */
  enum Reached {
    ANSWERS,
    GONE,
    WRONG_TOKEN,
    OTHER_VERSION
  }

  Reached reached() {
    if (!note.isAlive()) {
      return Reached.GONE;
    }
    if (!note.isOfThisVersion()) {
      return Reached.OTHER_VERSION;
    }
    try {
      HttpURLConnection status = connection("/status");
      status.setReadTimeout(STATUS_MILLIS);
      return switch (status.getResponseCode()) {
        case 204 -> Reached.ANSWERS;
        case QueryDoor.OTHER_VERSION -> Reached.OTHER_VERSION;
        case QueryDoor.SHUT -> Reached.GONE;
        default -> Reached.WRONG_TOKEN;
      };
    } catch (IOException _) {
      return Reached.GONE;
    }
  }

  @Override
  public void query(String sql, ResultSink sink) {
    try {
      HttpURLConnection query = connection("/query");
      send(query, sql.getBytes(StandardCharsets.UTF_8));
      if (query.getResponseCode() != QueryDoor.OK) {
        throw new IOException("HTTP " + query.getResponseCode());
      }
      receive(query, sink);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  /** Has it run there. */
  String run(String errand) {
    try {
      HttpURLConnection there = connection("/errand");
      send(there, errand.getBytes(StandardCharsets.UTF_8));
      if (there.getResponseCode() == QueryDoor.NO_SUCH) {
        throw new Held(store).byWriter(note);
      }
      try (InputStream in = there.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private Retry gone(IOException e) {
    return new Retry(
        Held.opening(store),
        note.who() + " had it open and ended before the answer was whole",
        "Run the same command again.",
        true,
        e);
  }

  @Override
  public void close() {
    // Every query has a connection of its own.
  }

  private static void receive(HttpURLConnection query, ResultSink sink) throws IOException {
    try (DataInputStream in = new DataInputStream(query.getInputStream())) {
      new WireResult(in).into(sink);
    } finally {
      query.disconnect();
    }
  }

  private static void send(HttpURLConnection query, byte[] sql) throws IOException {
    query.setRequestMethod("POST");
    query.setDoOutput(true);
    query.setFixedLengthStreamingMode(sql.length);
    try (OutputStream out = query.getOutputStream()) {
      out.write(sql);
    }
  }

  private HttpURLConnection connection(String path) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + note.port() + path);
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setRequestProperty(QueryDoor.TOKEN, note.token().secret());
    connection.setRequestProperty(QueryDoor.VERSION, OwnVersion.TEXT);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
