package dev.outlay.destinations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Figures as lines of text: the names of the group, then the figures. */
final class Flat {
  private static final MathContext AS_A_DOUBLE_KNOWS_IT = new MathContext(11);

  private Flat() {}

  /** Of an answer to aggregations, in the order of their names. */
  static List<String> of(JsonNode aggregations) {
    List<String> lines = new ArrayList<>();
    walk(aggregations, "", lines);
    return lines;
  }

  /** A figure as both sides can give it. */
  static String figure(BigDecimal value) {
    return value.signum() == 0
        ? "0"
        : value.round(AS_A_DOUBLE_KNOWS_IT).stripTrailingZeros().toPlainString();
  }

  private static void walk(JsonNode aggregations, String before, List<String> lines) {
    StringJoiner figures = new StringJoiner("|");
    for (Map.Entry<String, JsonNode> each :
        aggregations.properties().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      JsonNode found = each.getValue();
      if (found.isObject() && found.has("buckets")) {
        found.get("buckets").forEach(bucket -> walk(bucket, before + key(bucket) + "|", lines));
        return;
      } else if (found.isObject()) {
        figures.add(figure(found));
      }
    }
    lines.add(before + figures);
  }

  private static String key(JsonNode bucket) {
    return bucket.get("key").asString();
  }

  private static String figure(JsonNode found) {
    return found.has("value") ? figure(found.get("value").decimalValue()) : newest(found);
  }

  private static String newest(JsonNode hits) {
    JsonNode source = hits.at("/hits/hits/0/_source");
    while (source.isObject() && !source.isEmpty()) {
      source = source.properties().iterator().next().getValue();
    }
    return source.isNumber() ? figure(source.decimalValue()) : "-";
  }
}
