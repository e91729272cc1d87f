package dev.outlay.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON text with sorted names and no white space: the same value always gives the same text. */
final class CanonicalJson {
  /** Beyond this many zeros a number is written with its exponent: it could fill the memory. */
  private static final int MOST_ZEROS = 1000;

  private CanonicalJson() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case BigDecimal number -> number(number);
      case Node node -> object(node);
      case List<?> list ->
          list.stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  private static String number(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_ZEROS
        ? number.toString()
        : number.toPlainString();
  }

  private static String object(Node node) {
    return node.sorted()
        .mapToObj(i -> quoted(node.name(i)) + ":" + of(node.value(i)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> out.append(escaped((char) c)));
    return out.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    };
  }
}
