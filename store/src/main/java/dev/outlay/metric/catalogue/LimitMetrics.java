package dev.outlay.metric.catalogue;

import static dev.outlay.metric.Metric.gauge;
import static dev.outlay.metric.Metric.info;

import dev.outlay.headroom.LimitUse;
import dev.outlay.headroom.Peak;
import dev.outlay.metric.Entry;
import dev.outlay.metric.Metric;
import dev.outlay.metric.Moment;
import dev.outlay.metric.Sample;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rate limits, and how near use came to them. */
final class LimitMetrics {
  private static final String[] LABELS = {"org", "workspace_id", "group_type", "group", "limiter"};
  private static final String PEAK =
      "Of the last 24 hours, as it stood at the last commit or full hour. By minutes where these are collected, else"
          + " the mean of an hour, and the true peak minute may be higher. Absent where there was no use, and for"
          + " limiters whose use the API does not tell. No workspace_id: of the whole organisation.";

  static final List<Entry> ALL =
      List.of(
          value("claude_rate_limit_tokens_per_minute", "tokens per minute"),
          value("claude_rate_limit_requests_per_minute", "requests per minute"),
          value("claude_rate_limit_requests_per_second", "requests per second"),
          value("claude_rate_limit_requests", "requests"),
          peak(
              "claude_rate_limit_peak_used_ratio",
              "ratio",
              "The highest part of the limit in force that was used, 1 for all of it.",
              peak -> peak.percent().map(percent -> percent.movePointLeft(2))),
          peak(
              "claude_rate_limit_peak_tokens_per_minute",
              "",
              "The most tokens a minute that counted against the limit.",
              peak -> Optional.of(BigDecimal.valueOf(peak.perMinute()))),
          names());

  private LimitMetrics() {}

  private static Entry value(String name, String unit) {
    Metric metric =
        gauge(name, "", "What is allowed: " + unit + ".", LABELS)
            .caution("No workspace_id: of the whole organisation.");
    return new Entry(
        metric,
        moment ->
            samples(
                moment,
                use ->
                    use.unit().equals(unit)
                        ? use.value().map(BigDecimal::valueOf)
                        : Optional.empty()));
  }

  private static Entry peak(
      String name, String unit, String meaning, Function<Peak, Optional<BigDecimal>> part) {
    Metric metric = gauge(name, unit, meaning, LABELS).caution(PEAK);
    return new Entry(metric, moment -> samples(moment, use -> use.peak().flatMap(part)));
  }

  private static Entry names() {
    Metric metric =
        info(
            "claude_rate_limit_group",
            "A group of models or requests that share limits.",
            "org",
            "group_type",
            "group",
            "name");
    return new Entry(
        metric,
        moment ->
            moment.headroom().limits().stream()
                .map(use ->
                    Sample.of(1, use.connection(), use.groupType(), use.group(), use.groupName()))
                .distinct()
                .toList());
  }

  /** Of two limits with the same labels the higher value stands. */
  private static List<Sample> samples(
      Moment moment, Function<LimitUse, Optional<BigDecimal>> value) {
    Map<List<String>, BigDecimal> values = new LinkedHashMap<>();
    for (LimitUse use : moment.headroom().limits()) {
      value
          .apply(use)
          .ifPresent(known -> values.merge(labels(moment, use), known, BigDecimal::max));
    }
    return values.entrySet().stream()
        .map(each -> new Sample(each.getKey(), each.getValue()))
        .toList();
  }

  private static List<String> labels(Moment moment, LimitUse use) {
    return List.of(
        use.connection(),
        workspace(moment, use.scope()),
        use.groupType(),
        use.group(),
        use.limiter());
  }

  private static String workspace(Moment moment, String scope) {
    return scope.equals("organization") ? "" : moment.isDefault(scope) ? "default" : scope;
  }
}
