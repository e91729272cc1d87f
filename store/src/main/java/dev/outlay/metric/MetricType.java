package dev.outlay.metric;

/** How the values of a metric behave. */
public enum MetricType {
  /** Only ever grows; it begins anew, at nought, where the documentation of the metric says so. */
  COUNTER,
  /** Goes up and down. */
  GAUGE,
  /** Always one: it carries names, to be joined to others by the ids beside them. */
  INFO
}
