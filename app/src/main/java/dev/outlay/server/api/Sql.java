package dev.outlay.server.api;

import java.util.Collection;
import java.util.stream.Collectors;

/** Texts and names, written so that SQL reads them as such. */
final class Sql {
  private Sql() {}

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String texts(Collection<String> texts) {
    return texts.stream().sorted().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
