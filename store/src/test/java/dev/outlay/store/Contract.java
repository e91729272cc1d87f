package dev.outlay.store;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published schema, read from its own text. */
final class Contract {
  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE TABLE (\\w+) \\((.*?)\\);([^\\n]*)(?:\\n\\s*--([^\\n]*))?", Pattern.DOTALL);
  private static final Set<String> OWN = Set.of("coverage", "syncs");

  private Contract() {}

  /** Each table's columns with their types, in order, as DuckDB writes them. */
  static Map<String, List<String>> columns() {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    Matcher table = TABLE.matcher(text());
    while (table.find()) {
      tables.put(
          table.group(1),
          definitions(table.group(2)).map(c -> c[0] + " " + written(c[1])).toList());
    }
    return tables;
  }

  /** The tables that datasets fill. */
  static List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    Matcher table = TABLE.matcher(text());
    while (table.find()) {
      if (!OWN.contains(table.group(1))) {
        tables.add(table(table.group(1), table.group(2), table.group(3) + table.group(4)));
      }
    }
    return tables;
  }

  static Table table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static Table table(String name, String body, String comment) {
    Set<String> key = key(comment);
    boolean dimensions = comment.contains("the nine dimensions");
    return new Table(
        name,
        name,
        definitions(body)
            .filter(column -> !column[0].equals("connection"))
            .map(column -> column(column, key, dimensions))
            .toList(),
        name.equals("cost_report") ? Table.Twins.NUMBERED : Table.Twins.EQUAL_ONLY);
  }

  private static Column column(String[] column, Set<String> key, boolean dimensions) {
    boolean dimension =
        dimensions && column[1].equals("VARCHAR") && !column[0].equals("connection");
    return new Column(column[0], type(column[1]), dimension || key.contains(column[0]), "");
  }

  private static Set<String> key(String comment) {
    Matcher key = Pattern.compile("key: \\(([^)]*)\\)").matcher(comment);
    return key.find() ? new TreeSet<>(Arrays.asList(key.group(1).split(",\\s*"))) : Set.of();
  }

  private static java.util.stream.Stream<String[]> definitions(String body) {
    return Arrays.stream(body.split(",\\s*(?![0-9])")).map(column -> column.strip().split("\\s+"));
  }

  private static Type type(String sql) {
    return switch (sql) {
      case "VARCHAR" -> Type.Plain.TEXT;
      case "BIGINT" -> Type.Plain.INTEGER;
      case "BOOLEAN" -> Type.Plain.BOOLEAN;
      case "TIMESTAMPTZ" -> Type.Plain.INSTANT;
      case "DATE" -> Type.Plain.DATE;
      case "JSON" -> Type.Plain.JSON;
      case "DECIMAL(38,18)" -> Type.CENTS;
      case "DECIMAL(38,20)" -> Type.USD;
      default -> throw new IllegalArgumentException(sql);
    };
  }

  private static String written(String sql) {
    return sql.equals("TIMESTAMPTZ") ? "TIMESTAMP WITH TIME ZONE" : sql;
  }

  private static String text() {
    try {
      return Files.readString(Path.of("../docs/reference/schema.sql"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
