package dev.outlay.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What the engine says about a user's SQL, as one line and a pointer to the place. */
final class EngineWords {
  private static final Pattern KIND = Pattern.compile("^[A-Za-z ]+ Error: ");
  private static final Pattern FILE = Pattern.compile("file \"[^\"]*\"");
  private static final Pattern LINE = Pattern.compile("^LINE \\d+: .*");

  private EngineWords() {}

  static QueryRefused refused(SQLException e) {
    String[] lines = String.valueOf(e.getMessage()).split("\n", -1);
    String first = KIND.matcher(lines[0]).replaceFirst("");
    return new QueryRefused(FILE.matcher(first).replaceAll("a file") + pointer(lines), e);
  }

  /** The message, the line of the statement and a caret below the place. */
  static String at(String message, String sql, int position) {
    if (position < 0 || position > sql.length()) {
      return message;
    }
    int start = sql.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
    int end = sql.indexOf('\n', position);
    String line = sql.substring(start, end < 0 ? sql.length() : end);
    return message + "\n  " + line + "\n  " + " ".repeat(Math.max(0, position - start)) + "^";
  }

  private static String pointer(String[] lines) {
    int at = Arrays.stream(lines).map(l -> LINE.matcher(l).matches()).toList().indexOf(true);
    return at < 0 || at + 1 >= lines.length ? "" : "\n  " + lines[at] + "\n  " + lines[at + 1];
  }
}
