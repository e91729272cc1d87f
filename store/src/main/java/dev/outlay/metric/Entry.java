package dev.outlay.metric;

import java.util.List;

/**
 * A metric of the store, and how it is read.
 *
 * @param metric what it is
 * @param reading reads its samples
 */
public record Entry(Metric metric, Reading reading) {
  /** Reads the samples of one metric; what is not known is left out. */
  @FunctionalInterface
  public interface Reading {
    List<Sample> of(Moment moment);
  }

  MetricFamily at(Moment moment) {
    return new MetricFamily(metric, reading.of(moment));
  }
}
