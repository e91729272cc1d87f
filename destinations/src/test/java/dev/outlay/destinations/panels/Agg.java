package dev.outlay.destinations.panels;

import java.util.Map;

/** Aggregations as saved visualizations write them. */
final class Agg {
  private Agg() {}

  static Map<String, Object> sum(String field, String label) {
    return Tree.of(
        "type", "sum", "schema", "metric", "params", Tree.of("field", field, "customLabel", label));
  }

  /** How many different ones there are; none is one of them. */
  static Map<String, Object> different(String field, String label) {
    return Tree.of(
        "type",
        "cardinality",
        "schema",
        "metric",
        "params",
        Tree.of("field", field, "customLabel", label, "json", "{\"missing\":\"__missing__\"}"));
  }

  /** The value of the newest document. */
  static Map<String, Object> newest(String field, String label) {
    return Tree.of(
        "type",
        "top_hits",
        "schema",
        "metric",
        "params",
        Tree.of(
            "field",
            field,
            "customLabel",
            label,
            "aggregate",
            "max",
            "size",
            1,
            "sortField",
            "@timestamp",
            "sortOrder",
            "desc"));
  }

  /** Groups, largest first; what has no value is a group as well. */
  static Map<String, Object> by(String schema, String field, int size, String label) {
    return Tree.of(
        "type",
        "terms",
        "schema",
        schema,
        "params",
        Tree.of(
            "field",
            field,
            "size",
            size,
            "orderBy",
            "1",
            "order",
            "desc",
            "missingBucket",
            true,
            "missingBucketLabel",
            "(none)",
            "otherBucket",
            false,
            "otherBucketLabel",
            "Other",
            "customLabel",
            label));
  }

  /**
   * @param interval h or d, of UTC
   */
  static Map<String, Object> time(String interval) {
    return Tree.of(
        "type",
        "date_histogram",
        "schema",
        "segment",
        "params",
        Tree.of(
            "field",
            "@timestamp",
            "interval",
            interval,
            "time_zone",
            "UTC",
            "min_doc_count",
            1,
            "customLabel",
            interval.equals("d") ? "Day (UTC)" : "Hour (UTC)"));
  }
}
