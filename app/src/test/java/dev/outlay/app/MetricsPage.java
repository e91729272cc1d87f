package dev.outlay.app;

import static java.util.stream.Collectors.joining;

import dev.outlay.metric.Metric;
import java.util.List;
import java.util.Locale;

/** The page of the guide about metrics, made of their declarations. */
record MetricsPage(List<Metric> metrics) {
  private static final String BEGIN =
      """
      # Metrics

      Written by a test from the declarations; `mvn verify -Dgolden=renew` renews it.

      `outlay serve` tells its figures at `/metrics`: as OpenMetrics, or in the older format of Prometheus for those who ask for
      `text/plain`. Prometheus needs no more than this:

      ```yaml
      scrape_configs:
        - job_name: outlay
          scrape_interval: 1m
          static_configs: [ { targets: [ "127.0.0.1:8080" ] } ]
          # where people have to sign in: a token of a viewer (outlay users, or Settings in the pages)
          # authorization: { credentials_file: /etc/prometheus/outlay-token }
      rule_files: [ alerts.yml ]
      ```

      A dashboard for Grafana and alert rules to begin with are in [docs/monitoring](../monitoring). Who may see only some workspaces
      may not read `/metrics`, since it tells of all.

      ## What one has to know

      * **Usage and cost come late and are revised.** So counters (`…_total`) count settled days alone, three days after their end, and
        step once a day. What runs now is in gauges (`…_today_…`, `…_month_to_date_…`), which may go down.
      * **A counter never falls**, over restarts and revisions too: Prometheus would take a fall for a new beginning and count
        everything once more. What was told is remembered in the store before it is told; a figure that is revised downwards leaves
        its counter standing until it is made up for. Exact figures of any day: ask Outlay.
      * **`rate` and `increase` over a counter tell when days settled**, not when tokens were used. History with its own times comes by
        [a push](#push), never by a scrape.
      * **What is not known has no sample**, and is never 0. A label that is missing is a group without that: `model` of a charge
        that is no model's. The default workspace, which reports leave empty, is `workspace_id="default"`.
      * Ids are labels; names are in `…_info` metrics, to be joined:
        `sum by (org, workspace_id) (claude_cost_month_to_date_usd) * on (org, workspace_id) group_left (name) claude_workspace_info`.
        `org` is the name of the connection. No mail address and no date is a label.
      * A scrape costs a few milliseconds: figures are read after a commit, in one moment of the store, at most twice a minute, while the
        last are told. Where somebody scrapes they are two minutes old at most; the first scrape waits for them, a second or so.
      * Prometheus keeps 64-bit binary fractions. The text at `/metrics` has every digit.

      """;
  private static final String END =
      """
      ## Push

      The optional module `outlay-otlp` pushes the same to any OTLP receiver over HTTP: `otlp://host:port/path`, or `otlps://…` over TLS;
      without a port 4318, without a path the standard's. With the names of OpenTelemetry's conventions for generative AI, where they
      have one:

      | OpenTelemetry | of |
      |---|---|
      | `gen_ai.client.inference.usage.input_tokens` | `claude_usage_tokens`: uncached input, cache reads and cache writes **together** |
      | `gen_ai.client.inference.usage.cache_read.input_tokens` | its `cache_read`: a part of the above, never to be added to it |
      | `gen_ai.client.inference.usage.cache_write.input_tokens` | its `cache_creation_5m` and `cache_creation_1h`: a part as well |
      | `gen_ai.client.inference.usage.output_tokens` | its `output` |
      | `gen_ai.usage.cost.amount` (a proposal) | `claude_cost_usd`, with `gen_ai.usage.cost.currency` and `gen_ai.usage.cost.source = provider` |

      with `gen_ai.provider.name = anthropic`, `gen_ai.operation.name = chat`, `gen_ai.token.modality = unknown`, `gen_ai.request.model`, and the
      labels above. Everything else keeps its name. The resource is `service.name = outlay` with `service.version`. Counters are
      cumulative: a push that is lost loses nothing, one that is repeated counts nothing twice.

      There are two ways. *Now*: what is known, at the time it is now, after each commit. *The past*: the counters as they stood at the
      end of each settled day, at that time, for receivers that take what is old (VictoriaMetrics does, started with a long enough
      `-retentionPeriod`; many do not). The past has the attribute `outlay.timing = bucket`, so that the two are never mixed: what was pushed
      when it was known is three days behind.
      """;

  String text() {
    return BEGIN + table("Usage, cost, limits, keys", "claude_") + table("Outlay itself", "") + END;
  }

  private String table(String title, String prefix) {
    return metrics.stream()
        .filter(metric -> metric.name().startsWith("claude_") == prefix.equals("claude_"))
        .map(MetricsPage::line)
        .collect(
            joining(
                "",
                "## "
                    + title
                    + "\n\n| metric | type, unit | labels | meaning |\n|---|---|---|---|\n",
                "\n"));
  }

  private static String line(Metric metric) {
    String type = metric.type().name().toLowerCase(Locale.ROOT);
    String labels = metric.labels().stream().map(each -> "`" + each + "`").collect(joining(" "));
    String caution = metric.caution().isEmpty() ? "" : " *" + metric.caution() + "*";
    return "| `%s` | %s%s | %s | %s%s |\n"
        .formatted(
            metric.sampleName(),
            type,
            metric.unit().map(", "::concat).orElse(""),
            labels,
            metric.meaning(),
            caution);
  }
}
