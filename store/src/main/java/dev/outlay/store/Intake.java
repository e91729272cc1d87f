package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one table of a load. Where the scope is empty they go straight into the table,
 * inside the load's own transaction, which saves writing them twice; else into a temporary one.
 */
final class Intake {
  /** Where DuckDB numbers the rows that a transaction has not committed from. */
  private static final long UNCOMMITTED = 36_028_797_018_960_000L;

  private static final String OWN_ROWS = "rowid >= " + UNCOMMITTED;

  private final Session session;
  private final Kept kept;
  private final boolean direct;
  private final List<Slot> slots;
  private final TwinWatch twins;
  private final Fence fence;
  private final Pages pages = new Pages();
  private @Nullable DuckDBAppender appender;
  private int appended;

  Intake(
      Session session, Kept kept, Delivery delivery, int connection, long sequence, boolean direct)
      throws SQLException {
    this.session = session;
    this.kept = kept;
    this.direct = direct;
    this.slots = new ArrayList<>(Slot.of(kept, connection, delivery.now(), sequence));
    this.fence = new Fence(kept.table(), delivery.scope());
    this.twins = new TwinWatch(kept, delivery.scope());
    if (!direct) {
      session.run(
          "CREATE TEMP TABLE "
              + stage()
              + " AS SELECT *, 0 AS _row, 0 AS _load FROM "
              + kept.name()
              + " LIMIT 0");
    }
  }

  Kept kept() {
    return kept;
  }

  long rows() {
    return pages.rows();
  }

  boolean suspectsTwins() {
    return twins.suspects();
  }

  String stage() {
    return "temp." + Sql.name("stage " + kept.table().name());
  }

  void add(int page, Rows rows) throws SQLException {
    DuckDBAppender to = open();
    for (@Nullable Object[] cells : rows.cells()) {
      fence.check(cells);
      twins.see(cells);
      append(to, cells);
    }
    pages.add(page, rows.size());
  }

  void discard(int page) throws SQLException {
    finish();
    String gone = pages.discard(page, direct ? "rowid" : "_row", direct ? UNCOMMITTED : 0);
    twins.discarded();
    if (!gone.isEmpty()) {
      session.run("DELETE FROM " + (direct ? kept.name() : stage()) + " WHERE " + gone);
    }
  }

  /** All rows are with the engine afterwards. */
  void finish() throws SQLException {
    if (appender != null) {
      appender.close();
      appender = null;
    }
  }

  /** Another load was faster: the numbers of loads must rise in the order of their commits. */
  void renumber(long sequence) throws SQLException {
    session.run("UPDATE " + kept.name() + " SET _load_seq = " + sequence + " WHERE " + OWN_ROWS);
  }

  /**
   * Adds up what was put straight into the table.
   *
   * @param near its time, so that the rest of the table is passed over
   */
  void addUp(String near) throws SQLException {
    Optional<Rollup> rollup = Rollup.of(session, kept);
    if (rollup.isPresent() && rows() > 0) {
      rollup.get().add("t." + OWN_ROWS + " AND " + near);
    }
  }

  /** Takes the rows out of the table again, to be compared like any others. */
  void turnBack() throws SQLException {
    session.run(
        "CREATE TEMP TABLE "
            + stage()
            + " AS SELECT *, 0 AS _row, 0 AS _load FROM "
            + kept.name()
            + " WHERE "
            + OWN_ROWS);
    session.run("DELETE FROM " + kept.name() + " WHERE " + OWN_ROWS);
  }

  private void append(DuckDBAppender to, @Nullable Object[] cells) throws SQLException {
    to.beginRow();
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).fill(to, cells);
    }
    if (!direct) {
      to.append(appended++);
      to.append(0);
    }
    to.endRow();
  }

  private DuckDBAppender open() throws SQLException {
    if (appender == null) {
      appender =
          direct
              ? session.appender(Database.CATALOG, "data", kept.table().name())
              : session.appender("temp", "main", "stage " + kept.table().name());
    }
    return appender;
  }
}
