package dev.outlay.server.api;

import dev.outlay.server.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page begins: the key of the last row given. Nobody but us reads what is in it.
 *
 * @param parts the key's values as texts
 */
record Cursor(List<String> parts) {
  private static final String BETWEEN = "\u001f";

  static final Parameter<Cursor> PARAMETER =
      Parameter.of(
          "cursor",
          "Goes on after the page before; its next_cursor.",
          "the next_cursor of the page before",
          Cursor::parse);

  static Cursor after(String... parts) {
    return new Cursor(List.of(parts));
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
  }

  /** The part; IllegalArgumentException where this is the cursor of something else. */
  String part(int index, int of) {
    if (parts.size() != of) {
      throw new IllegalArgumentException("a cursor of something else");
    }
    return parts.get(index);
  }

  private static Cursor parse(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    return new Cursor(Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, -1)));
  }
}
