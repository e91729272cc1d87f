package dev.outlay.metric;

import java.util.List;
import java.util.Optional;

/**
 * What a metric is: everything that is known about it, once. The exposition, the push, and the page
 * of the guide come from here.
 *
 * @param name without the suffix of its type: {@code claude_usage_tokens}, whose samples are called
 *     {@code claude_usage_tokens_total}
 * @param type how its values behave
 * @param unit the base unit its name ends with; empty for one without
 * @param meaning one sentence
 * @param labels by which its samples differ, in the order of their values; ids and words, never
 *     mail addresses or dates
 * @param caution what one has to know not to be misled; empty for nothing
 */
public record Metric(
    String name,
    MetricType type,
    Optional<String> unit,
    String meaning,
    List<String> labels,
    String caution) {
  public Metric {
    labels = List.copyOf(labels);
    String suffix = unit.map("_"::concat).orElse("");
    if (!name.matches("[a-z][a-z0-9_]*[a-z0-9]") || !name.endsWith(suffix)) {
      throw new IllegalArgumentException(name + " does not end with its unit " + suffix);
    }
    if (type != MetricType.COUNTER && name.endsWith("_total")) {
      throw new IllegalArgumentException(name + " ends like a counter");
    }
  }

  public static Metric counter(String name, String unit, String meaning, String... labels) {
    return new Metric(name, MetricType.COUNTER, known(unit), meaning, List.of(labels), "");
  }

  public static Metric gauge(String name, String unit, String meaning, String... labels) {
    return new Metric(name, MetricType.GAUGE, known(unit), meaning, List.of(labels), "");
  }

  public static Metric info(String name, String meaning, String... labels) {
    return new Metric(name, MetricType.INFO, Optional.empty(), meaning, List.of(labels), "");
  }

  /** The same with what one has to know. */
  public Metric caution(String text) {
    return new Metric(name, type, unit, meaning, labels, text);
  }

  /** What its samples are called. */
  public String sampleName() {
    return switch (type) {
      case COUNTER -> name + "_total";
      case GAUGE -> name;
      case INFO -> name + "_info";
    };
  }

  private static Optional<String> known(String unit) {
    return Optional.of(unit).filter(text -> !text.isEmpty());
  }
}
