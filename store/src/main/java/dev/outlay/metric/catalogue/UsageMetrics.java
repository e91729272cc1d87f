package dev.outlay.metric.catalogue;

import static dev.outlay.metric.Metric.counter;
import static dev.outlay.metric.Metric.gauge;

import dev.outlay.metric.Entry;
import dev.outlay.metric.Metric;
import dev.outlay.metric.Moment;
import dev.outlay.store.Literal;
import java.util.List;
import java.util.function.Function;

/** Tokens and web searches, of days. */
final class UsageMetrics {
  private static final String LATE =
      "Whole UTC days, three days after their end, when they have settled: it steps once a day, and what it grows"
          + " by is of three days ago. A revision downwards never lowers it; it stands still until it is made up"
          + " for. Days that are collected afterwards are added when they come.";
  private static final String RUNNING =
      "Not settled: it is read every few minutes, lags by some more, and is revised either way.";

  static final List<Entry> ALL =
      List.of(
          tokens(
              counter(
                      "claude_usage_tokens",
                      "tokens",
                      "Tokens used on settled days.",
                      "org",
                      "workspace_id",
                      "model",
                      "service_tier",
                      "token_kind")
                  .caution(LATE),
              ", service_tier",
              moment -> moment.settled("u.")),
          tokens(
              gauge(
                      "claude_usage_today_tokens",
                      "tokens",
                      "Tokens used this UTC day so far.",
                      "org",
                      "workspace_id",
                      "model",
                      "token_kind")
                  .caution(RUNNING),
              "",
              moment -> "u.bucket_start = " + Literal.of(moment.today())),
          tokens(
              gauge(
                      "claude_usage_month_to_date_tokens",
                      "tokens",
                      "Tokens used this UTC month so far.",
                      "org",
                      "workspace_id",
                      "model",
                      "token_kind")
                  .caution(RUNNING),
              "",
              moment -> "u.bucket_start >= " + Literal.of(moment.month())),
          searches());

  private UsageMetrics() {}

  private static Entry tokens(Metric metric, String more, Function<Moment, String> which) {
    return new Entry(
        metric,
        SqlReading.of(
            metric, moment -> days(which.apply(moment)) + kinds(more), "usage_report", "coverage"));
  }

  private static Entry searches() {
    Metric metric =
        counter(
                "claude_usage_web_searches",
                "",
                "Web searches made on settled days.",
                "org",
                "workspace_id",
                "model")
            .caution(LATE);
    return new Entry(
        metric,
        SqlReading.of(
            metric,
            moment ->
                days(moment.settled("u."))
                    + " SELECT connection, coalesce(workspace_id, 'default') AS place, model, sum(web_search_requests)::VARCHAR"
                    + " FROM days GROUP BY ALL HAVING sum(web_search_requests) > 0 ORDER BY ALL",
            "usage_report",
            "coverage"));
  }

  /** One cut, which has everything that is told apart here; cuts are never added up. */
  private static String days(String which) {
    return """
    WITH cuts AS (
      SELECT connection, min_by(grouped_by, CASE WHEN list_contains(string_split(grouped_by, ','), 'service_tier') THEN '0' ELSE '1' END || grouped_by) AS cut
      FROM coverage WHERE dataset = 'usage_report' AND bucket_width = '1d' AND connection IS NOT NULL
        AND list_has_all(string_split(grouped_by, ','), ['model', 'workspace_id'])
      GROUP BY connection),
    days AS (
      SELECT u.* FROM usage_report u JOIN cuts ON cuts.connection = u.connection AND cuts.cut = u.grouped_by
      WHERE u.bucket_width = '1d' AND %s)
    """
        .formatted(which);
  }

  private static String kinds(String more) {
    return """
    , sums AS (
      SELECT connection, coalesce(workspace_id, 'default') AS workspace_id, model%s, sum(uncached_input_tokens) AS uncached_input,
        sum(cache_read_input_tokens) AS cache_read, sum(cache_creation_5m_input_tokens) AS cache_creation_5m,
        sum(cache_creation_1h_input_tokens) AS cache_creation_1h, sum(output_tokens) AS output
      FROM days GROUP BY ALL)
    SELECT connection, workspace_id, model%s, kind, n::VARCHAR
    FROM sums UNPIVOT (n FOR kind IN (uncached_input, cache_read, cache_creation_5m, cache_creation_1h, output)) ORDER BY ALL\
    """
        .formatted(more, more);
  }
}
