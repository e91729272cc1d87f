package dev.outlay.destinations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of BigQuery and Databricks in DuckDB's words: names in other quotes, texts with
 * backslashes, and the names of some types. What a statement means is not touched.
 */
final class Respelt {
  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^'\\\\]++|\\\\.)*+'|`[^`]*`|[A-Za-z_]+|.", Pattern.DOTALL);

  private Respelt() {}

  static String of(String sql) {
    StringBuilder respelt = new StringBuilder();
    Matcher tokens = TOKEN.matcher(sql);
    while (tokens.find()) {
      respelt.append(token(tokens.group()));
    }
    return respelt.toString();
  }

  private static String token(String token) {
    return switch (token.charAt(0)) {
      case '\'' -> text(token);
      case '`' -> '"' + token.substring(1, token.length() - 1) + '"';
      default -> word(token);
    };
  }

  private static String word(String word) {
    return switch (word) {
      case "TIMESTAMP" -> "TIMESTAMPTZ";
      case "BIGNUMERIC" -> "DECIMAL";
      case "UNIX_MICROS" -> "EPOCH_US";
      default -> word;
    };
  }

  /** A text of theirs with the escapes undone, and a text of DuckDB, which has none. */
  private static String text(String token) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 1; i < token.length() - 1; i++) {
      char each = token.charAt(i);
      if (each == '\\') {
        char escaped = token.charAt(++i);
        if (escaped == 'u') {
          each = (char) Integer.parseInt(token.substring(i + 1, i + 5), 16);
          i += 4;
        } else {
          each = escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped;
        }
      }
      text.append(each == '\'' ? "''" : String.valueOf(each));
    }
    return text.append('\'').toString();
  }
}
