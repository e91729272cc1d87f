package dev.outlay.store;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Changes;
import dev.outlay.table.Column;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The difference between the rows of a scope, or of many, and the rows that came for one table, and
 * how it is applied. Two rows are the same row when load, key and place among twins agree; nulls
 * are equal. All statements are bounded by the scopes, so that their cost does not grow with what
 * is stored.
 */
final class Difference {
  private static final long MANY = 100_000;

  private final Session session;
  private final Kept kept;
  private final String stage;
  private final Scopes scopes;
  private final String diff;
  private Changes changes = Changes.NONE;

  Difference(Session session, Kept kept, String stage, Scopes scopes) {
    this.session = session;
    this.kept = kept;
    this.stage = stage;
    this.scopes = scopes;
    this.diff = "temp." + Sql.name("diff " + kept.table().name());
  }

  /** What one load changes, and how many of the rows it closes were settled. */
  record Part(int load, Changes changes, long settledClosed) {}

  Changes changes() {
    return changes;
  }

  /**
   * Compares, and counts what differs for each load that differs.
   *
   * @param slices conditions on the rows of both sides that together hold for each row once
   */
  List<Part> compare(List<String> slices) throws SQLException {
    session.run(
        "CREATE OR REPLACE TEMP TABLE "
            + diff.substring("temp.".length())
            + " AS "
            + differing(slices.getFirst()));
    for (String slice : slices.subList(1, slices.size())) {
      session.run("INSERT INTO " + diff + " " + differing(slice));
    }
    return count();
  }

  private String differing(String slice) {
    return "SELECT coalesce(k._load, s._load) AS _load, k._rid AS _rid, s._rid AS _sid, k._today AS _today, k._settled AS _settled, false AS _reopened FROM (%s AND %s) k FULL JOIN (%s WHERE %s) s ON %s WHERE k._rid IS NULL OR s._rid IS NULL%s"
        .formatted(current(), slice, staged(), slice, sameRow("k", "s"), orOtherValues());
  }

  private List<Part> count() throws SQLException {
    List<Part> parts =
        session.rows(
            "SELECT _load, count(*) FILTER (_rid IS NULL), count(*) FILTER (_rid IS NOT NULL AND _sid IS NOT NULL), count(*) FILTER (_sid IS NULL), count(*) FILTER (_sid IS NULL AND _settled) FROM "
                + diff
                + " GROUP BY _load",
            row ->
                new Part(
                    row.getInt(1),
                    new Changes(0, row.getLong(2), row.getLong(3), row.getLong(4), false),
                    row.getLong(5)));
    changes = parts.stream().map(Part::changes).reduce(Changes.NONE, Changes::plus);
    return parts;
  }

  /** Leaves a load alone. */
  void drop(int load) throws SQLException {
    session.run("DELETE FROM " + diff + " WHERE _load = " + load);
  }

  /** Changes the rows, and what is added up of them. */
  void apply(long sequence) throws SQLException {
    Optional<Rollup> rollup = Rollup.of(session, kept);
    if (rollup.isPresent()) {
      rollup.get().note(diff, stage, within("t"));
    }
    write(sequence);
    if (rollup.isPresent()) {
      rollup.get().renew();
    }
  }

  private void write(long sequence) throws SQLException {
    if (changes.added() > 0 && closedToday() > 0) {
      reopen(sequence);
    }
    if (changes.changed() > 0) {
      overwrite("d._today AND d._sid IS NOT NULL", sequence);
    }
    if (changes.changed() + changes.closed() > 0) {
      close(sequence);
    }
    if (changes.changed() + changes.added() > 0) {
      insert(sequence);
    }
  }

  private String current() {
    return "SELECT %s AS _load, t.rowid AS _rid, %s AS _today, %s AS _settled, t._ordinal, %s FROM %s t%s WHERE t._known_to IS NULL AND %s"
        .formatted(
            scopes.load(),
            scopes.today(),
            scopes.settled(),
            Kept.list(kept.table().columns(), "t."),
            kept.name(),
            scopes.join(),
            scopes.rows().apply("t."));
  }

  private String staged() {
    return "SELECT rowid AS _rid, _load, _ordinal, "
        + Kept.list(kept.table().columns(), "")
        + " FROM "
        + stage;
  }

  /** A column that has one value in a load needs no comparing. */
  private String sameRow(String one, String other) {
    return kept.key().stream()
        .map(Column::name)
        .filter(scopes.isFixed().negate())
        .map(Sql::name)
        .map(column -> one + "." + column + " IS NOT DISTINCT FROM " + other + "." + column)
        .collect(
            joining(
                " AND ",
                "%1$s._load = %2$s._load AND %1$s._ordinal = %2$s._ordinal AND "
                    .formatted(one, other),
                " AND TRUE"));
  }

  private String orOtherValues() {
    return kept.values().stream()
        .filter(column -> column.role() == Column.Role.VALUE)
        .map(column -> Sql.name(column.name()))
        .map(column -> " OR k." + column + " IS DISTINCT FROM s." + column)
        .collect(joining());
  }

  private long closedToday() throws SQLException {
    return session.number("SELECT count(*)" + thatWereClosedToday());
  }

  private String thatWereClosedToday() {
    return " FROM %s t%s WHERE t._known_to IS NOT NULL AND %s AND %s"
        .formatted(kept.name(), scopes.join(), scopes.today(), scopes.rows().apply("t."));
  }

  /** One version a row and day: what was closed today and is back is that version again. */
  private void reopen(long sequence) throws SQLException {
    session.run(
        "UPDATE %s d SET _rid = c._rid, _reopened = true FROM %s s, (SELECT %s AS _load, t.rowid AS _rid, t.*%s) c WHERE d._rid IS NULL AND s.rowid = d._sid AND %s"
            .formatted(diff, stage, scopes.load(), thatWereClosedToday(), sameRow("c", "s")));
    overwrite("d._reopened", sequence);
  }

  private void overwrite(String which, long sequence) throws SQLException {
    if (changes.changed() + changes.added() > MANY) {
      rewrite(
          "s.* EXCLUDE (_row, _load) REPLACE (t._known_from AS _known_from, "
              + sequence
              + " AS _load_seq)",
          "JOIN " + stage + " s ON s.rowid = d._sid",
          which);
    } else {
      update(which, sequence);
    }
  }

  private void update(String which, long sequence) throws SQLException {
    String values =
        kept.values().stream()
            .map(column -> Sql.name(column.name()))
            .map(column -> column + " = n." + column + ", ")
            .collect(joining());
    session.run(
        "UPDATE %s t SET %s _known_to = NULL, _load_seq = %d FROM (SELECT d._rid, s.* FROM %s d JOIN %s s ON s.rowid = d._sid WHERE %s) n WHERE t.rowid = n._rid AND %s"
            .formatted(kept.name(), values, sequence, diff, stage, which, within("t")));
  }

  private void close(long sequence) throws SQLException {
    String which = "(d._sid IS NULL OR NOT d._today AND NOT d._reopened) AND d._rid IS NOT NULL";
    String end = "greatest(" + scopes.now() + ", t._known_from)";
    if (changes.changed() + changes.closed() > MANY) {
      rewrite("t.* REPLACE (" + end + " AS _known_to, " + sequence + " AS _load_seq)", "", which);
    } else {
      session.run(
          "UPDATE %s t SET _known_to = %s, _load_seq = %d FROM %s d WHERE t.rowid = d._rid AND %s AND %s"
              .formatted(kept.name(), end, sequence, diff, which, within("t")));
    }
  }

  /**
   * Many rows are written anew instead: what an update leaves behind must stay in memory. The rows
   * of the difference are not committed yet, and the engine numbers such rows from far above.
   */
  private void rewrite(String columns, String join, String which) throws SQLException {
    long last = session.number("SELECT max(rowid) FROM " + diff);
    for (long from = session.number("SELECT min(rowid) FROM " + diff); from <= last; from += MANY) {
      String some = which + " AND d.rowid >= " + from + " AND d.rowid < " + (from + MANY);
      session.run(
          "INSERT INTO %s SELECT %s FROM %s d %s JOIN %s t ON t.rowid = d._rid WHERE %s AND %s"
              .formatted(kept.name(), columns, diff, join, kept.name(), some, within("t")));
    }
    session.run(
        "DELETE FROM %s WHERE rowid IN (SELECT d._rid FROM %s d WHERE %s)"
            .formatted(kept.name(), diff, which));
  }

  private void insert(long sequence) throws SQLException {
    session.run(
        "INSERT INTO %s SELECT * EXCLUDE (_row, _load) REPLACE (%d AS _load_seq) FROM %s WHERE rowid IN (SELECT _sid FROM %s WHERE _sid IS NOT NULL AND (_rid IS NULL OR NOT _today AND NOT _reopened))"
            .formatted(kept.name(), sequence, stage, diff));
  }

  /** The scope again, so that only the row groups of its time are read. */
  private String within(String alias) {
    return scopes.near().apply(alias + ".");
  }
}
