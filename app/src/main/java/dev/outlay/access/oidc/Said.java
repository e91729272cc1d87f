package dev.outlay.access.oidc;

/** What others say in their errors, made fit for a log: one line, not long. */
final class Said {
  private static final int LONGEST = 200;

  private Said() {}

  static String in(Throwable e) {
    String said = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
  }
}
