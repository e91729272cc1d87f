package dev.outlay.cli.screen;

/**
 * Colours, where a person with a terminal that has them is looking.
 *
 * @param on whether there are any
 */
public record Ink(boolean on) {
  private static final String ESCAPE = "\u001b[";

  public String bold(String text) {
    return dyed("1", text);
  }

  public String dim(String text) {
    return dyed("2", text);
  }

  public String red(String text) {
    return dyed("31", text);
  }

  public String green(String text) {
    return dyed("32", text);
  }

  public String yellow(String text) {
    return dyed("33", text);
  }

  public String blue(String text) {
    return dyed("36", text);
  }

  private String dyed(String code, String text) {
    return on ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
