package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The loads that would have closed too much. One is confirmed when a later read of the same series
 * would close the same rows again; what came for newer time may differ meanwhile.
 */
record Held(Session session, Delivery delivery, int connection) {
  private record Mark(Instant before, String fingerprint) {}

  private static final String SAME =
      " FROM app.held WHERE _connection = ? AND series = ? AND (span_start IS NULL OR ? IS NULL OR span_start < ? AND span_end > ?)";

  boolean confirms(List<Closings> closings) throws SQLException {
    for (Mark mark : marks()) {
      if (mark.fingerprint.equals(fingerprint(closings, mark.before))) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is anything to forget. */
  boolean isRemembered() throws SQLException {
    return !marks().isEmpty();
  }

  void remember(String fingerprint) throws SQLException {
    forget();
    session.run(
        "INSERT INTO app.held VALUES (?, ?, ?, ?, ?, ?)",
        connection,
        delivery.series().toString(),
        CheckpointTable.time(span().map(Span::start)),
        CheckpointTable.time(span().map(Span::end)),
        CheckpointTable.time(Optional.of(delivery.settledBefore())),
        fingerprint);
  }

  void forget() throws SQLException {
    session.run("DELETE" + SAME, who());
  }

  static String fingerprint(List<Closings> closings, Instant before) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (Closings each : closings) {
      text.append(each.fingerprint(before)).append(' ');
    }
    return text.toString();
  }

  private List<Mark> marks() throws SQLException {
    return session.rows(
        "SELECT epoch_us(settled_before), fingerprint" + SAME,
        row -> new Mark(Sql.instant(row.getLong(1)), row.getString(2)),
        who());
  }

  private Object[] who() {
    Object start = CheckpointTable.time(span().map(Span::start));
    Object end = CheckpointTable.time(span().map(Span::end));
    return new Object[] {connection, delivery.series().toString(), start, end, start};
  }

  private Optional<Span> span() {
    return delivery.scope().during().map(Scope.During::span);
  }
}
