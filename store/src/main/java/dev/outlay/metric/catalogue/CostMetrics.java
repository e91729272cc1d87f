package dev.outlay.metric.catalogue;

import static dev.outlay.metric.Metric.counter;
import static dev.outlay.metric.Metric.gauge;

import dev.outlay.metric.Entry;
import dev.outlay.metric.Metric;
import dev.outlay.metric.Moment;
import dev.outlay.store.Literal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What it cost, as billed. */
final class CostMetrics {
  private static final String[] LABELS = {"org", "workspace_id", "model"};
  private static final String RUNNING =
      "Not settled: absent until the API tells anything of the day, and revised for three days.";

  static final List<Entry> ALL =
      List.of(
          settled(),
          soFar(
              "claude_cost_today_usd",
              "Cost of this UTC day so far.",
              moment -> "bucket_start = " + Literal.of(moment.today())),
          soFar(
              "claude_cost_yesterday_usd",
              "Cost of the last UTC day.",
              moment -> "bucket_start = " + Literal.of(moment.today().minus(Duration.ofDays(1)))),
          soFar(
              "claude_cost_month_to_date_usd",
              "Cost of this UTC month so far.",
              moment -> "bucket_start >= " + Literal.of(moment.month())));

  private CostMetrics() {}

  private static Entry settled() {
    Metric metric =
        counter(
                "claude_cost_usd",
                "usd",
                "Cost of settled days.",
                "org",
                "workspace_id",
                "model",
                "cost_type",
                "token_type")
            .caution(
                "Whole UTC days, three days after their end: it steps once a day, and what it grows by is of three"
                    + " days ago. A revision downwards never lowers it; it stands still until it is made up for."
                    + " Prometheus keeps it as a 64-bit binary fraction: for exact sums ask Outlay.");
    return new Entry(
        metric,
        SqlReading.of(
            metric, moment -> sql(", cost_type, token_type", moment.settled("")), "cost_report"));
  }

  private static Entry soFar(String name, String meaning, Function<Moment, String> which) {
    Metric metric = gauge(name, "usd", meaning, LABELS).caution(RUNNING);
    return new Entry(
        metric, SqlReading.of(metric, moment -> sql("", which.apply(moment)), "cost_report"));
  }

  private static String sql(String more, String which) {
    return "SELECT connection, coalesce(workspace_id, 'default') AS place, model%s, sum(amount_usd)::VARCHAR FROM cost_report WHERE %s AND connection IS NOT NULL GROUP BY ALL ORDER BY ALL"
        .formatted(more, which);
  }
}
