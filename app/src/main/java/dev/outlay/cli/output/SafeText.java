package dev.outlay.cli.output;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Text from outside, made harmless for a terminal: escape sequences could rewrite the screen, and
 * marks that turn the direction of writing could make a figure read as another.
 */
public final class SafeText {
  private static final int PICTURES = 0x2400;
  private static final String DELETE_PICTURE = "\u2421";
  private static final String UNKNOWN = "\ufffd";

  private SafeText() {}

  /** The text on one line, every control character shown as a picture of itself. */
  public static String line(String text) {
    return filtered(text, SafeText::isControl);
  }

  /** The same, but lines stay lines. */
  static String lines(String text) {
    return filtered(text, c -> isControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  private static String filtered(String text, IntPredicate harmful) {
    return text.codePoints().noneMatch(harmful)
        ? text
        : text.codePoints()
            .mapToObj(c -> harmful.test(c) ? picture(c) : Character.toString(c))
            .collect(Collectors.joining());
  }

  private static String picture(int c) {
    if (c < ' ') {
      return Character.toString(PICTURES + c);
    }
    return c == 0x7f ? DELETE_PICTURE : UNKNOWN;
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }
}
