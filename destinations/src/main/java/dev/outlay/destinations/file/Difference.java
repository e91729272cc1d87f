package dev.outlay.destinations.file;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Changes;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what came of one table with the files it may concern, and writes those days anew in
 * which a row is another now. All other files stay as they are.
 */
record Difference(
    Session session, Table table, Inbox came, Extent extent, Reading reading, Writing writing) {
  /** What became of the table. */
  record Outcome(Shelf shelf, Changes changes) {}

  /**
   * @param before the table as it stands
   * @param folder where its files are if any of them changes
   */
  Outcome apply(Shelf before, String folder) throws SQLException, IOException {
    List<DataFile> touched = touched(before);
    if (touched.isEmpty()) {
      return written(before, folder, came.name(), came.name(), appended());
    }
    compare(before, touched);
    return written(before, folder, "dirty", "fresh", counted());
  }

  private Changes appended() throws SQLException {
    return new Changes(came.rows(), came.rows(), 0, 0, false);
  }

  private Changes counted() throws SQLException {
    long known = count("pair");
    long changed = count("pair WHERE NOT same");
    return new Changes(came.rows(), came.rows() - known, changed, count("went"), false);
  }

  private Outcome written(Shelf before, String folder, String dirty, String rows, Changes changes)
      throws SQLException, IOException {
    Set<Optional<LocalDate>> days =
        new HashSet<>(session.days("SELECT DISTINCT " + Inbox.DAY + " FROM " + dirty));
    if (days.isEmpty()) {
      return new Outcome(before, changes);
    }
    Shelf next = before.with(folder, List.of());
    List<DataFile> files = new ArrayList<>();
    before.files().stream().filter(file -> !days.contains(file.day())).forEach(files::add);
    for (Optional<LocalDate> day : days) {
      writing.write(next, day, rows(before, rows, day)).ifPresent(files::add);
    }
    return new Outcome(next.with(folder, files), changes);
  }

  private String rows(Shelf shelf, String from, Optional<LocalDate> day) {
    String cells = rows(shelf, from.equals(came.name()));
    String which = day.map(each -> " = DATE '" + each + "'").orElse(" IS NULL");
    return "(SELECT %s FROM %s WHERE %s%s)".formatted(cells, from, Inbox.DAY, which);
  }

  /** The fields of the table; those that rows do not bring are empty. */
  private String rows(Shelf shelf, boolean asTheyCame) {
    Set<String> brought = new HashSet<>();
    table.columns().forEach(column -> brought.add(column.name()));
    return shelf.fields().stream()
        .map(field ->
            asTheyCame && !brought.contains(field.name())
                ? "CAST(NULL AS " + field.type() + ") AS " + field.quoted()
                : field.quoted())
        .collect(joining(", "));
  }

  /** Files with a row of the scope, of a day that came, or with a key that came or goes. */
  private List<DataFile> touched(Shelf shelf) throws SQLException, IOException {
    Set<Optional<LocalDate>> days =
        new HashSet<>(session.days("SELECT DISTINCT " + Inbox.DAY + " FROM " + came.name()));
    List<DataFile> rest = new ArrayList<>();
    for (DataFile file : shelf.files()) {
      if (extent.mayHold(shelf, file)) {
        days.add(file.day());
      } else if (!days.contains(file.day())) {
        rest.add(file);
      }
    }
    if (!table.key().isEmpty() && !rest.isEmpty()) {
      days.addAll(session.days(withKnownKeys(shelf, rest)));
    }
    return shelf.files().stream().filter(file -> days.contains(file.day())).toList();
  }

  private String withKnownKeys(Shelf shelf, List<DataFile> files) throws IOException {
    String looked =
        "(SELECT %s, %s AS %s FROM %s)"
            .formatted(
                table.key().stream().map(each -> Engine.name(each.name())).collect(joining(", ")),
                Reading.day(shelf),
                Inbox.DAY,
                reading.scan(shelf, files));
    return extent
        .keys(came)
        .map(inbox ->
            "SELECT DISTINCT f.%s FROM %s f SEMI JOIN %s k ON %s"
                .formatted(Inbox.DAY, looked, inbox.name(), sameRow("f", "k")))
        .collect(joining(" UNION "));
  }

  private void compare(Shelf shelf, List<DataFile> touched) throws SQLException, IOException {
    make(
        "old",
        "SELECT *, %s AS %s, row_number() OVER () AS %s FROM %s"
            .formatted(Reading.day(shelf), Inbox.DAY, Inbox.NUMBER, reading.scan(shelf, touched)));
    make("pair", pairs());
    make("went", extent.went(table, sameRow("o", "g")));
    make("dirty", dirty());
    make("fresh", fresh(shelf));
  }

  /** Rows that are there and came, by their numbers: compared by digests, which need less room. */
  private String pairs() {
    return table.key().isEmpty()
        ? "SELECT 0::BIGINT AS o, 0::BIGINT AS c, TRUE AS same WHERE FALSE"
        : "SELECT o.n AS o, c.n AS c, o.v = c.v AS same FROM (%s) o JOIN (%s) c ON o.k = c.k"
            .formatted(digests("old"), digests(came.name()));
  }

  private String digests(String from) {
    return "SELECT %s AS n, %s AS k, %s AS v FROM %s"
        .formatted(Inbox.NUMBER, keyDigest(), valueDigest(), from);
  }

  /** Of 128 bits; lengths keep parts apart, and null from empty text. */
  private String keyDigest() {
    return table.key().stream()
        .map(column -> "CAST(" + Engine.name(column.name()) + " AS VARCHAR)")
        .map(text -> "coalesce(length(" + text + ") || ':' || " + text + ", '-')")
        .collect(joining(", ", "md5_number(concat(", "))"));
  }

  private String valueDigest() {
    return table.columns().stream()
        .filter(column -> column.role() == Column.Role.VALUE)
        .map(column -> ", " + Engine.name(column.name()))
        .collect(joining("", "hash(0", ")"));
  }

  private String dirty() {
    return """
    SELECT DISTINCT %1$s FROM (
      SELECT %1$s FROM old WHERE %2$s IN
        (SELECT n FROM went UNION ALL SELECT o FROM pair WHERE NOT same)
      UNION ALL
      SELECT %1$s FROM %3$s WHERE %2$s NOT IN (SELECT c FROM pair WHERE same))\
    """
        .formatted(Inbox.DAY, Inbox.NUMBER, came.name());
  }

  private String fresh(Shelf shelf) {
    return """
    SELECT %4$s, %1$s FROM (
      SELECT * FROM old o SEMI JOIN dirty d ON o.%1$s IS NOT DISTINCT FROM d.%1$s
      WHERE o.%2$s NOT IN (SELECT n FROM went UNION ALL SELECT o FROM pair WHERE NOT same))
    UNION ALL
    SELECT %5$s, %1$s FROM %3$s WHERE %2$s NOT IN (SELECT c FROM pair WHERE same)\
    """
        .formatted(Inbox.DAY, Inbox.NUMBER, came.name(), rows(shelf, false), rows(shelf, true));
  }

  private String sameRow(String one, String other) {
    List<Column> key = table.key();
    String test = key.size() == 1 ? "%s = %s" : "%s IS NOT DISTINCT FROM %s";
    return key.stream().map(column -> same(test, one, other, column)).collect(joining(" AND "));
  }

  private static String same(String test, String one, String other, Column column) {
    String name = Engine.name(column.name());
    return test.formatted(one + "." + name, other + "." + name);
  }

  private void make(String name, String select) throws SQLException {
    session.run("CREATE OR REPLACE TEMP TABLE " + name + " AS " + select);
  }

  private long count(String from) throws SQLException {
    return session.number("SELECT count(*) FROM " + from);
  }
}
