package dev.outlay.store;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The difference between the rows of a scope and the rows that came for one table, and how it is
 * applied. Two rows are the same row when key and place among twins agree; nulls are equal. All
 * statements are bounded by the scope, so that their cost does not grow with what is stored.
 */
final class Difference {
  private static final long MANY = 100_000;

  private final Session session;
  private final Kept kept;
  private final String stage;
  private final Delivery delivery;
  private final String scope;
  private final String diff;
  private Changes changes = Changes.NONE;

  Difference(Session session, Kept kept, String stage, Delivery delivery, int connection) {
    this.session = session;
    this.kept = kept;
    this.stage = stage;
    this.delivery = delivery;
    this.scope =
        "_connection = " + connection + " AND " + Sql.where(delivery.scope(), kept.table());
    this.diff = "temp." + Sql.name("diff " + kept.table().name());
  }

  /** Compares, and counts what differs. */
  Changes compare(long read) throws SQLException {
    session.run(
        "CREATE OR REPLACE TEMP TABLE %s (_rid BIGINT, _sid BIGINT, _today BOOLEAN, _settled BOOLEAN, _reopened BOOLEAN)"
            .formatted(diff.substring("temp.".length())));
    for (String slice : new Slices(session, kept, stage, delivery).conditions(read)) {
      compare(slice);
    }
    changes =
        session
            .first(
                "SELECT count(*) FILTER (_rid IS NULL), count(*) FILTER (_rid IS NOT NULL AND _sid IS NOT NULL), count(*) FILTER (_sid IS NULL) FROM "
                    + diff,
                row -> new Changes(read, row.getLong(1), row.getLong(2), row.getLong(3), false))
            .orElse(Changes.NONE);
    return changes;
  }

  private void compare(String slice) throws SQLException {
    session.run(
        "INSERT INTO %s SELECT k._rid, s._rid, k._today, k._settled, false FROM (%s AND %s) k FULL JOIN (%s WHERE %s) s ON %s WHERE k._rid IS NULL OR s._rid IS NULL%s"
            .formatted(
                diff, current(), slice, staged(), slice, sameRow("k", "s"), orOtherValues()));
  }

  /** How many of the settled rows would be closed, and how many there are. */
  boolean closesTooMuch() throws SQLException {
    if (changes.closed() <= 10) {
      return false;
    }
    long closing =
        session.number("SELECT count(*) FROM " + diff + " WHERE _sid IS NULL AND _settled");
    return closing > 10
        && closing * 5
            > session.number(
                "SELECT count(*) FROM "
                    + kept.name()
                    + " WHERE _known_to IS NULL AND "
                    + scope
                    + " AND "
                    + before(delivery.settledBefore()));
  }

  /** Names the rows before that time that would be closed, whatever else came. */
  String closing(Instant before) throws SQLException {
    String cells = Kept.list(kept.table().columns(), "t.");
    return session
        .first(
            "SELECT count(*) || '/' || coalesce(sum(hash(t._ordinal, %s)::HUGEINT), 0) FROM %s d JOIN %s t ON t.rowid = d._rid WHERE d._sid IS NULL AND %s AND %s"
                .formatted(cells, diff, kept.name(), scope, before(before)),
            row -> kept.table().name() + ":" + row.getString(1))
        .orElse("");
  }

  void apply(long sequence) throws SQLException {
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
    return "SELECT rowid AS _rid, _known_from >= %s AS _today, %s AS _settled, _ordinal, %s FROM %s WHERE _known_to IS NULL AND %s"
        .formatted(today(), before(delivery.settledBefore()), cells(), kept.name(), scope);
  }

  private String staged() {
    return "SELECT rowid AS _rid, _ordinal, " + cells() + " FROM " + stage;
  }

  private String cells() {
    return Kept.list(kept.table().columns(), "");
  }

  /** A column that the scope makes one value needs no comparing. */
  private String sameRow(String one, String other) {
    return kept.key().stream()
        .map(Column::name)
        .filter(column ->
            delivery.scope().conditions().stream()
                .noneMatch(c -> c instanceof Scope.Equal && c.column().equals(column)))
        .map(Sql::name)
        .map(column -> one + "." + column + " IS NOT DISTINCT FROM " + other + "." + column)
        .collect(joining(" AND ", one + "._ordinal = " + other + "._ordinal AND ", " AND TRUE"));
  }

  private String orOtherValues() {
    return kept.values().stream()
        .filter(column -> column.role() == Column.Role.VALUE)
        .map(column -> Sql.name(column.name()))
        .map(column -> " OR k." + column + " IS DISTINCT FROM s." + column)
        .collect(joining());
  }

  private long closedToday() throws SQLException {
    return session.number(
        "SELECT count(*) FROM %s WHERE _known_to IS NOT NULL AND _known_from >= %s AND %s"
            .formatted(kept.name(), today(), scope));
  }

  /** One version a row and day: what was closed today and is back is that version again. */
  private void reopen(long sequence) throws SQLException {
    session.run(
        "UPDATE %s d SET _rid = t._rid, _reopened = true FROM %s s, (SELECT rowid AS _rid, * FROM %s WHERE _known_to IS NOT NULL AND _known_from >= %s AND %s) t WHERE d._rid IS NULL AND s.rowid = d._sid AND %s"
            .formatted(diff, stage, kept.name(), today(), scope, sameRow("t", "s")));
    overwrite("d._reopened", sequence);
  }

  private void overwrite(String which, long sequence) throws SQLException {
    if (changes.changed() + changes.added() > MANY) {
      rewrite(
          "s.* EXCLUDE (_row) REPLACE (t._known_from AS _known_from, "
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
    String end = "greatest(" + Sql.instant(delivery.now()) + ", t._known_from)";
    if (changes.changed() + changes.closed() > MANY) {
      rewrite("t.* REPLACE (" + end + " AS _known_to, " + sequence + " AS _load_seq)", "", which);
    } else {
      session.run(
          "UPDATE %s t SET _known_to = %s, _load_seq = %d FROM %s d WHERE t.rowid = d._rid AND %s AND %s"
              .formatted(kept.name(), end, sequence, diff, which, within("t")));
    }
  }

  /** Many rows are written anew instead: what an update leaves behind must stay in memory. */
  private void rewrite(String columns, String join, String which) throws SQLException {
    long rows = session.number("SELECT count(*) FROM " + diff);
    for (long from = 0; from < rows; from += MANY) {
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
        "INSERT INTO %s SELECT * EXCLUDE (_row) REPLACE (%d AS _load_seq) FROM %s WHERE rowid IN (SELECT _sid FROM %s WHERE _sid IS NOT NULL AND (_rid IS NULL OR NOT _today AND NOT _reopened))"
            .formatted(kept.name(), sequence, stage, diff));
  }

  /** The scope again, so that only the row groups of its time are read. */
  private String within(String alias) {
    return delivery
        .scope()
        .during()
        .map(during -> Sql.where(during, kept.table(), alias + "."))
        .orElse("TRUE");
  }

  private String before(Instant settled) {
    return delivery
        .scope()
        .during()
        .map(during -> Sql.isBefore(during, kept.table(), "", settled))
        .orElse("TRUE");
  }

  private String today() {
    return Sql.instant(delivery.now().truncatedTo(ChronoUnit.DAYS));
  }
}
