package dev.outlay.metric.catalogue;

import static dev.outlay.metric.Metric.gauge;

import dev.outlay.metric.Entry;
import dev.outlay.metric.Metric;
import java.util.List;

/** How fresh the data is, and how much of it there is. */
final class FreshnessMetrics {
  private static final String FURTHEST =
      "Of a dataset with several cuts: of the one that is known furthest.";

  static final List<Entry> ALL =
      List.of(
          through(
              "claude_data_through_timestamp_seconds",
              "Up to when a dataset is known.",
              "max(coalesce(least(span_end, read_at), read_at))"),
          through(
              "claude_data_settled_through_timestamp_seconds",
              "Up to when a dataset can no longer change in the usual way.",
              "max(settled_to)"),
          entry(
              gauge(
                      "claude_data_last_success_timestamp_seconds",
                      "seconds",
                      "When a dataset was last read to the end.",
                      "org",
                      "dataset")
                  .caution(
                      "Absent before the first time, and for what the organisation does not have."),
              """
              SELECT connection, dataset, (epoch_us(coalesce(max(good), max(read))) // 1000000)::VARCHAR FROM (
                SELECT connection, dataset, finished_at AS good, NULL AS read FROM syncs WHERE status = 'ok' UNION ALL
                SELECT connection, dataset, NULL, read_at FROM coverage)
              WHERE connection IS NOT NULL GROUP BY ALL ORDER BY ALL\
              """,
              "syncs",
              "coverage"),
          entry(
              gauge("outlay_store_rows", "", "Rows kept, every version of each.", "table")
                  .caution(
                      "As the engine estimates it: rows that were removed may count for a while."),
              "SELECT table_name, estimated_size::VARCHAR FROM duckdb_tables() WHERE schema_name = 'data' ORDER BY ALL"));

  private FreshnessMetrics() {}

  private static Entry through(String name, String meaning, String time) {
    return entry(
        gauge(name, "seconds", meaning, "org", "dataset", "bucket_width").caution(FURTHEST),
        "SELECT connection, dataset, nullif(bucket_width, ''), (epoch_us(%s) // 1000000)::VARCHAR FROM coverage WHERE connection IS NOT NULL GROUP BY ALL ORDER BY ALL"
            .formatted(time),
        "coverage");
  }

  private static Entry entry(Metric metric, String sql, String... needed) {
    return new Entry(metric, SqlReading.of(metric, _ -> sql, needed));
  }
}
