package dev.outlay.store;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Failure;
import dev.outlay.sync.DatasetReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was tried and what came of it, for 90 days. */
record SyncTable(Session session) {
  private static final Duration KEPT = Duration.ofDays(90);

  long began(int connection, String dataset, Instant at) throws SQLException {
    return session.atomically(() -> {
      session.run(
          "DELETE FROM app.syncs WHERE started_at < ?", at.minus(KEPT).atOffset(ZoneOffset.UTC));
      long id = session.number("SELECT coalesce(max(sync_id), 0) + 1 FROM app.syncs");
      session.run(
          "INSERT INTO app.syncs (sync_id, _connection, dataset, started_at, status) VALUES (?, ?, ?, ?, 'interrupted')",
          id,
          connection,
          dataset,
          at.atOffset(ZoneOffset.UTC));
      return id;
    });
  }

  void ended(long id, DatasetReport report, Instant at) throws SQLException {
    Changes changes = report.changes();
    session.run(
        "UPDATE app.syncs SET finished_at = ?, status = ?, requests = ?, pages = ?, rows_read = ?, rows_added = ?, rows_changed = ?, rows_closed = ?, error = ? WHERE sync_id = ?",
        at.atOffset(ZoneOffset.UTC),
        report.status().name().toLowerCase(Locale.ROOT),
        report.requests(),
        report.pages(),
        changes.read(),
        changes.added(),
        changes.changed(),
        changes.closed(),
        errors(report),
        id);
  }

  private static @Nullable String errors(DatasetReport report) {
    String text =
        report.failures().stream().map(Failure::getMessage).collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }
}
