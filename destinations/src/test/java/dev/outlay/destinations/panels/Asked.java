package dev.outlay.destinations.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a saved visualization asks: the request its aggregations stand for.
 *
 * @param index whom it asks
 * @param body the search
 */
public record Asked(String title, String index, String body) {
  /** Every question of a file of saved objects. */
  public static List<Asked> of(String file) {
    List<JsonNode> objects = file.lines().map(Tree.JSON::readTree).toList();
    List<Asked> all = new ArrayList<>();
    for (JsonNode object : objects) {
      if (object.get("type").asString().equals("visualization")) {
        all.addAll(of(object, objects));
      }
    }
    return all;
  }

  private static List<Asked> of(JsonNode object, List<JsonNode> objects) {
    String title = object.at("/attributes/title").asString();
    JsonNode state = Tree.JSON.readTree(object.at("/attributes/visState").asString());
    if (state.get("type").asString().equals("vega")) {
      return vega(title, Tree.JSON.readTree(state.at("/params/spec").asString()));
    }
    return state.get("aggs").isEmpty()
        ? List.of()
        : List.of(new Asked(title, index(object, objects), body(state.get("aggs"))));
  }

  private static List<Asked> vega(String title, JsonNode spec) {
    return spec.findValues("url").stream()
        .map(url -> new Asked(title, url.get("index").asString(), url.get("body").toString()))
        .toList();
  }

  private static String index(JsonNode object, List<JsonNode> objects) {
    String id = object.at("/references/0/id").asString();
    return objects.stream()
        .filter(each -> each.get("id").asString().equals(id))
        .map(each -> each.at("/attributes/title").asString())
        .findFirst()
        .orElseThrow();
  }

  /** Groups within groups, with the figures in the innermost. */
  private static String body(JsonNode aggs) {
    List<JsonNode> all = StreamSupport.stream(aggs.spliterator(), false).toList();
    Map<String, Object> metrics = Tree.of();
    all.stream()
        .filter(agg -> agg.get("schema").asString().equals("metric"))
        .forEach(agg -> metrics.put(id(agg), metric(agg)));
    Map<String, Object> inner = metrics;
    for (JsonNode agg : all.reversed()) {
      if (!agg.get("schema").asString().equals("metric")) {
        Map<String, Object> within = Tree.of();
        within.putAll(metrics);
        within.putAll(inner);
        inner = Tree.of(id(agg), Tree.of(type(agg), bucket(agg), "aggs", within));
      }
    }
    return Tree.text(Tree.of("size", 0, "aggs", inner));
  }

  private static Map<String, Object> metric(JsonNode agg) {
    JsonNode params = agg.get("params");
    if (type(agg).equals("top_hits")) {
      return Tree.of(
          "top_hits",
          Tree.of(
              "size",
              1,
              "sort",
              List.of(Tree.of("@timestamp", "desc")),
              "_source",
              List.of(params.get("field").asString())));
    }
    Map<String, Object> body = Tree.of("field", params.get("field").asString());
    if (params.has("json")) {
      Tree.JSON
          .readTree(params.get("json").asString())
          .properties()
          .forEach(each -> body.put(each.getKey(), each.getValue()));
    }
    return Tree.of(type(agg), body);
  }

  private static Map<String, Object> bucket(JsonNode agg) {
    JsonNode params = agg.get("params");
    Map<String, Object> body = Tree.of("field", params.get("field").asString());
    if (type(agg).equals("date_histogram")) {
      body.put("calendar_interval", "1" + params.get("interval").asString());
      body.put("time_zone", params.get("time_zone").asString());
      body.put("min_doc_count", 1);
    } else {
      body.put("size", params.get("size").asInt());
      body.put("order", Tree.of(params.get("orderBy").asString(), params.get("order").asString()));
      body.put("missing", "__missing__");
    }
    return body;
  }

  private static String id(JsonNode agg) {
    return agg.get("id").asString();
  }

  private static String type(JsonNode agg) {
    return agg.get("type").asString();
  }
}
