package dev.outlay.metric;

import java.util.List;

/**
 * A metric with its samples of one moment.
 *
 * @param metric what it is
 * @param samples no two with the same labels; none where nothing is known
 */
public record MetricFamily(Metric metric, List<Sample> samples) {
  public MetricFamily {
    samples = List.copyOf(samples);
  }
}
