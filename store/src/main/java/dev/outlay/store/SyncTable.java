package dev.outlay.store;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Failure;
import dev.outlay.sync.DatasetReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was tried and what came of it, for 90 days. */
record SyncTable(Session session) {
  private static final Duration KEPT = Duration.ofDays(90);

  /** The number of the newest run; 0 where there was none. */
  long newest() throws SQLException {
    return session.number("SELECT max(sync_id) FROM app.syncs");
  }

  /** Inside a transaction. */
  void forgetBefore(Instant at) throws SQLException {
    session.run(
        "DELETE FROM app.syncs WHERE started_at < ?", at.minus(KEPT).atOffset(ZoneOffset.UTC));
  }

  /** Puts each in the place of what was noted of it before, inside a transaction. */
  void note(Map<RunNote, Integer> runs) throws SQLException {
    LongSummaryStatistics ids = runs.keySet().stream().mapToLong(RunNote::id).summaryStatistics();
    session.run(
        "DELETE FROM app.syncs WHERE sync_id BETWEEN "
            + ids.getMin()
            + " AND "
            + ids.getMax()
            + runs.keySet().stream()
                .map(run -> String.valueOf(run.id()))
                .collect(Collectors.joining(", ", " AND sync_id IN (", ")")));
    for (Map.Entry<RunNote, Integer> run : runs.entrySet()) {
      session.run(
          "INSERT INTO app.syncs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          row(run.getKey(), run.getValue()));
    }
  }

  private static @Nullable Object[] row(RunNote run, int connection) {
    @Nullable Object[] row = new @Nullable Object[13];
    row[0] = run.id();
    row[1] = connection;
    row[2] = run.dataset();
    row[3] = run.began().atOffset(ZoneOffset.UTC);
    row[5] = "interrupted";
    run.ended().ifPresent(ended -> fill(row, ended));
    return row;
  }

  private static void fill(@Nullable Object[] row, RunNote.Ended ended) {
    DatasetReport report = ended.report();
    Changes changes = report.changes();
    row[4] = ended.at().atOffset(ZoneOffset.UTC);
    row[5] = report.status().name().toLowerCase(Locale.ROOT);
    row[6] = report.requests();
    row[7] = report.pages();
    row[8] = changes.read();
    row[9] = changes.added();
    row[10] = changes.changed();
    row[11] = changes.closed();
    row[12] = errors(report);
  }

  private static @Nullable String errors(DatasetReport report) {
    String text =
        report.failures().stream().map(Failure::getMessage).collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }
}
