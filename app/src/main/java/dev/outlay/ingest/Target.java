package dev.outlay.ingest;

import dev.outlay.app.setting.WrongUse;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where rows go: {@code schema.table} or {@code table}.
 *
 * @param schema where one is named
 * @param table its name
 */
public record Target(Optional<String> schema, String table) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$-]{0,127}");

  public static Target of(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      if (parts.length > 2 || !NAME.matcher(part).matches()) {
        throw new WrongUse("--dest-table takes table or schema.table, not " + text);
      }
    }
    return parts.length == 1
        ? new Target(Optional.empty(), parts[0])
        : new Target(Optional.of(parts[0]), parts[1]);
  }

  @Override
  public String toString() {
    return schema.map(name -> name + "." + table).orElse(table);
  }
}
