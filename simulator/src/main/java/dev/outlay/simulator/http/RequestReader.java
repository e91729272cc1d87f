package dev.outlay.simulator.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads request heads off a connection; bodies are skipped. */
record RequestReader(InputStream in) {
  private static final int LONGEST_LINE = 256 * 1024;

  /** The next request, or nothing when the client has closed. */
  Optional<Request> next() throws IOException {
    String line = line();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    String[] words = line.split(" ");
    if (words.length != 3) {
      throw new IOException("not an HTTP request line");
    }
    Map<String, String> headers = headers();
    in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
    return Optional.of(Request.of(words[0], words[1], headers));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + "," + b);
      }
    }
    return headers;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 && line.isEmpty()) {
        return "";
      }
      if (next < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException("request head ends early or is too long");
      }
      line.append((char) next);
    }
    return new String(
        line.toString().stripTrailing().getBytes(StandardCharsets.ISO_8859_1),
        StandardCharsets.UTF_8);
  }
}
