package dev.outlay.cli.output;

/**
 * What reads standard output.
 *
 * @param terminal whether a person does
 * @param width in character cells
 * @param colour whether styles are wanted
 */
public record Screen(boolean terminal, int width, boolean colour) {
  /** A pipe or a file: nothing is cut and nothing is coloured. */
  public static final Screen NONE = new Screen(false, Integer.MAX_VALUE, false);

  String dim(String text) {
    return colour ? "\u001b[2m" + text + "\u001b[22m" : text;
  }

  String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[22m" : text;
  }
}
