package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An opaque page cursor: where to go on, the data boundary of the first page (epoch second), and a
 * fingerprint of the parameters it belongs to.
 */
record Cursor(long position, long boundary, String fingerprint) {
  private static final String PREFIX = "page_";

  static Optional<Cursor> in(Call call) {
    Optional<String> page = call.query().one("page");
    Optional<Cursor> cursor = page.map(Cursor::parse);
    cursor.ifPresent(c -> c.requireMatch(call.request()));
    return cursor;
  }

  static String next(Call call, long position, long boundary) {
    String plain = position + "|" + boundary + "|" + fingerprint(call.request());
    return PREFIX + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Cursor parse(String text) {
    try {
      byte[] plain = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      String[] parts = new String(plain, StandardCharsets.UTF_8).split("\\|");
      return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    } catch (RuntimeException e) {
      throw Refusal.staleCursor();
    }
  }

  private void requireMatch(Request request) {
    if (!fingerprint.equals(fingerprint(request))) {
      throw Refusal.staleCursor();
    }
  }

  private static String fingerprint(Request request) {
    Request rest = request.without(List.of("page", "beta"));
    return Integer.toHexString((rest.path() + rest.query()).hashCode());
  }
}
