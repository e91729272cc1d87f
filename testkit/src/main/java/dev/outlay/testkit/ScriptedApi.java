package dev.outlay.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that answers what a test says, byte by byte, so that also those answers
 * can be given that no proper server gives. The script may be changed while it runs.
 */
public final class ScriptedApi implements AutoCloseable {
  private final ServerSocket socket;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Reply> script;

  /** One request; header names in lower case. */
  public record Request(String path, Map<String, List<String>> query, Map<String, String> headers) {
    /** The first value of a parameter, or null. */
    public @Nullable String parameter(String name) {
      List<String> values = query.get(name);
      return values == null ? null : values.getFirst();
    }
  }

  /** Writes a body. */
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /**
   * An answer. The connection is closed when the body turns out shorter than its length.
   *
   * @param length the length that is promised
   */
  public record Reply(int status, Map<String, String> headers, long length, Body body) {
    public static Reply json(String text) {
      return status(200, text);
    }

    public static Reply status(int status, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Reply(status, Map.of(), bytes.length, out -> out.write(bytes));
    }

    public Reply with(String header, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(header, value);
      return new Reply(status, more, length, body);
    }

    /** This, broken off in the middle. */
    public static Reply cut(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Reply(
          200, Map.of(), bytes.length, out -> out.write(bytes, 0, bytes.length * 2 / 3));
    }
  }

  private ScriptedApi(ServerSocket socket, Function<Request, Reply> script) {
    this.socket = socket;
    this.script = script;
  }

  public static ScriptedApi start(Function<Request, Reply> script) {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ScriptedApi api = new ScriptedApi(socket, script);
      Thread.ofVirtual().name("scripted-api").start(api::accept);
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void script(Function<Request, Reply> other) {
    script = other;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** What was asked since the last call. */
  public List<Request> requests() {
    List<Request> since = List.copyOf(requests);
    requests.removeAll(since);
    return since;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // Closing ends the waiting.
    }
  }

  private void serve(Socket client) {
    try (client;
        InputStream in = new BufferedInputStream(client.getInputStream());
        OutputStream out = new BufferedOutputStream(client.getOutputStream())) {
      List<String> head = head(in);
      while (!head.isEmpty() && answer(request(head), out)) {
        head = head(in);
      }
    } catch (IOException gone) {
      // The client went away, as it may.
    }
  }

  /** Whether the answer was whole, so that the connection may go on. */
  private boolean answer(Request request, OutputStream out) throws IOException {
    requests.add(request);
    Reply reply = script.apply(request);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Said\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("date", "Fri, 20 Nov 2026 12:00:00 GMT");
    headers.put("request-id", "req_" + request.path().hashCode());
    headers.put("content-length", String.valueOf(reply.length()));
    headers.putAll(reply.headers());
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    Counted counted = new Counted(out);
    reply.body().write(counted);
    out.flush();
    return counted.written == reply.length();
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String text = line.toString().stripTrailing();
      line.setLength(0);
      if (text.isEmpty()) {
        return lines;
      }
      lines.add(text);
    }
    return List.of();
  }

  private static Request request(List<String> head) {
    URI uri = URI.create(head.getFirst().split(" ")[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line : head.subList(1, head.size())) {
      String[] parts = line.split(": ", 2);
      headers.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts[parts.length - 1]);
    }
    return new Request(uri.getPath(), query(uri.getRawQuery()), headers);
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new TreeMap<>();
    for (String part : raw == null ? new String[0] : raw.split("&")) {
      String[] pair = URLDecoder.decode(part, StandardCharsets.UTF_8).split("=", 2);
      query.computeIfAbsent(pair[0], _ -> new ArrayList<>()).add(pair[pair.length - 1]);
    }
    return query;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what passes. */
  private static final class Counted extends OutputStream {
    private final OutputStream out;
    private long written;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      written++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      written += length;
    }
  }
}
