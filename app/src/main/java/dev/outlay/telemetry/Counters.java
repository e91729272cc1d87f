package dev.outlay.telemetry;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of one metric by labels, as they come. Safe for use by many threads. */
final class Counters {
  private final Metric metric;
  private final Map<String, Sample> values = new TreeMap<>();

  Counters(Metric metric) {
    this.metric = metric;
  }

  Metric metric() {
    return metric;
  }

  synchronized void add(BigDecimal more, String... labels) {
    values.merge(
        String.join("\n", labels),
        Sample.of(more, labels),
        (before, now) -> Sample.of(before.value().add(now.value()), labels));
  }

  void add(long more, String... labels) {
    add(BigDecimal.valueOf(more), labels);
  }

  synchronized void set(BigDecimal value, String... labels) {
    values.put(String.join("\n", labels), Sample.of(value, labels));
  }

  synchronized MetricFamily family() {
    return new MetricFamily(metric, List.copyOf(values.values()));
  }
}
