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
import org.duckdb.DuckDBAppender;
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
    try (DuckDBAppender to = session.appender(Database.CATALOG, "app", "syncs")) {
      for (Map.Entry<RunNote, Integer> run : runs.entrySet()) {
        append(to, run.getKey(), run.getValue());
      }
    }
  }

  private static void append(DuckDBAppender to, RunNote run, int connection) throws SQLException {
    to.beginRow();
    to.append(run.id());
    to.append((short) connection);
    to.append(run.dataset());
    to.appendEpochMicros(Sql.micros(run.began()));
    if (run.ended().isPresent()) {
      append(to, run.ended().get());
    } else {
      to.appendNull();
      to.append("interrupted");
      for (int i = 0; i < 7; i++) {
        to.appendNull();
      }
    }
    to.endRow();
  }

  private static void append(DuckDBAppender to, RunNote.Ended ended) throws SQLException {
    DatasetReport report = ended.report();
    Changes changes = report.changes();
    to.appendEpochMicros(Sql.micros(ended.at()));
    to.append(report.status().name().toLowerCase(Locale.ROOT));
    to.append(report.requests());
    to.append(report.pages());
    to.append(changes.read());
    to.append(changes.added());
    to.append(changes.changed());
    to.append(changes.closed());
    String errors = errors(report);
    if (errors == null) {
      to.appendNull();
    } else {
      to.append(errors);
    }
  }

  private static @Nullable String errors(DatasetReport report) {
    String text =
        report.failures().stream().map(Failure::getMessage).collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }
}
