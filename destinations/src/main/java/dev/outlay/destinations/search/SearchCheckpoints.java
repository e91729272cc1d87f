package dev.outlay.destinations.search;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Identity;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkpoints, in the index {@code checkpoints} beside the rows: one document a series. */
record SearchCheckpoints(Site site, String prefix) {
  private static final String READING = "reading how far it is";
  private static final String KEEPING = "keeping how far it is";
  private static final Map<String, Object> KEYWORD = Map.of("type", "keyword");

  void make() {
    if (site.find(READING, index() + "/_mapping").isEmpty()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("connection", KEYWORD);
      properties.put("series", KEYWORD);
      properties.put("tables", KEYWORD);
      properties.put("body", Map.of("type", "keyword", "index", false, "doc_values", false));
      site.ask(
          KEEPING,
          "PUT",
          index(),
          Map.of(
              "settings",
              Map.of("auto_expand_replicas", "0-1"),
              "mappings",
              Map.of("dynamic", "strict", "properties", properties)));
    }
  }

  Checkpoint of(String connection, Series series) {
    Optional<Map<String, @Nullable Object>> found =
        site.find(READING, index() + "/_doc/" + id(connection, series));
    return found
        .map(doc -> Json.at(doc, "_source", "body"))
        .map(String.class::cast)
        .map(CheckpointJson::of)
        .orElse(Checkpoint.START);
  }

  Set<String> connections() {
    Set<String> names = new TreeSet<>();
    if (site.find(READING, index() + "/_mapping").isPresent()) {
      Object terms = Map.of("terms", Map.of("field", "connection", "size", 10_000));
      Map<String, @Nullable Object> answer =
          site.ask(
              READING,
              "POST",
              index() + "/_search",
              Map.of("size", 0, "aggs", Map.of("connections", terms)));
      if (Json.at(answer, "aggregations", "connections", "buckets") instanceof List<?> buckets) {
        buckets.forEach(each -> names.add(String.valueOf(Json.at(each, "key"))));
      }
    }
    return names;
  }

  /** Written last: what it says is true already. */
  void keep(Delivery delivery, Checkpoint after) {
    String id = id(delivery.connection(), delivery.series());
    if (after.equals(Checkpoint.START)) {
      drop(Map.of("ids", Map.of("values", List.of(id))));
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("connection", delivery.connection());
    document.put("series", delivery.series().toString());
    document.put("tables", delivery.tables().stream().map(Table::name).toList());
    document.put("body", CheckpointJson.text(after));
    site.ask(KEEPING, "PUT", index() + "/_doc/" + id + "?refresh=true", document);
  }

  /** The table is empty again: whatever was known of it has to come anew. */
  void forget(Table table) {
    drop(Map.of("term", Map.of("tables", table.name())));
  }

  private void drop(Object query) {
    site.ask(
        KEEPING,
        "POST",
        index() + "/_delete_by_query?refresh=true&conflicts=proceed",
        Map.of("query", query));
  }

  private String index() {
    return prefix + "checkpoints";
  }

  private static String id(String connection, Series series) {
    return Identity.of(
        Stream.of(
                connection,
                series.dataset(),
                series.width(),
                series.groupedBy(),
                series.filter(),
                series.parent())
            .map(part -> part.length() + ":" + part));
  }
}
