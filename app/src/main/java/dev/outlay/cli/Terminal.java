package dev.outlay.cli;

import java.util.Map;

/**
 * What the two streams lead to. The launcher looks, for Java cannot tell them apart.
 *
 * @param out whether a person sees stdout
 * @param err whether a person sees stderr
 * @param width in columns
 */
public record Terminal(boolean out, boolean err, int width) {
  private static final int USUAL_WIDTH = 100;
  public static final Terminal NONE = new Terminal(false, false, USUAL_WIDTH);

  /** Reads {@code out,err,ROWS COLUMNS}, as far as it is there. */
  static Terminal parse(String text) {
    String size = text.replaceAll("[a-z,]", "").strip();
    String columns = size.substring(size.indexOf(' ') + 1);
    boolean known = columns.matches("[1-9][0-9]{0,4}");
    return new Terminal(
        text.contains("out"),
        text.contains("err"),
        known ? Integer.parseInt(columns) : USUAL_WIDTH);
  }

  /** Whether stdout may be coloured. */
  public boolean colourOut(Map<String, String> environment) {
    return out && colour(environment);
  }

  /** Whether stderr may be coloured and redrawn. */
  public boolean colourErr(Map<String, String> environment) {
    return err && colour(environment);
  }

  private static boolean colour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }
}
