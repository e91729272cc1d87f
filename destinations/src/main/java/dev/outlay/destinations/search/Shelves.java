package dev.outlay.destinations.search;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The indices and data streams, made by us and for one table each. */
record Shelves(Site site, String prefix) {
  private static final String TRIED = "making the indices ready";

  /** Makes the place of the table ready; whether it was not there before. */
  boolean prepare(Table table) {
    Place place = Place.of(prefix, table);
    Mapping mapping = new Mapping(table, place);
    Optional<Map<String, @Nullable Object>> there = site.find(TRIED, place.name() + "/_mapping");
    if (there.isEmpty()) {
      make(mapping);
    } else {
      there.get().values().forEach(each -> widen(mapping, Json.at(each, "mappings")));
    }
    return there.isEmpty();
  }

  private void make(Mapping mapping) {
    Place place = mapping.place();
    if (place.stream()) {
      site.ask(TRIED, "PUT", "_index_template/" + prefix + place.name(), template(mapping));
      site.ask(TRIED, "PUT", "_data_stream/" + place.name(), null);
    } else {
      site.ask(TRIED, "PUT", place.name(), body(mapping));
    }
  }

  /** Before the templates that come with others: theirs end in a star and have at most 200. */
  static Map<String, Object> template(Mapping mapping) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("index_patterns", List.of(mapping.place().name()));
    template.put("data_stream", Map.of());
    template.put("priority", 500);
    template.put("template", body(mapping));
    return template;
  }

  /** Nothing is seen before the load that wrote it says so. */
  private static Map<String, Object> body(Mapping mapping) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("settings", Map.of("refresh_interval", "-1", "auto_expand_replicas", "0-1"));
    body.put("mappings", mapping.tree());
    return body;
  }

  private void widen(Mapping mapping, @Nullable Object there) {
    Map<?, ?> known = Mapping.columns(there);
    if (known == null) {
      throw ofSomebodyElse(mapping);
    }
    boolean wider = false;
    for (Column column : mapping.table().columns()) {
      Object before = known.get(column.name());
      if (before != null && !before.equals(Mapping.name(column))) {
        throw otherType(mapping, column, before);
      }
      wider |= before == null;
    }
    if (wider) {
      widen(mapping);
    }
  }

  private void widen(Mapping mapping) {
    Place place = mapping.place();
    if (place.stream()) {
      site.ask(TRIED, "PUT", "_index_template/" + prefix + place.name(), template(mapping));
    }
    site.ask(TRIED, "PUT", place.name() + "/_mapping", mapping.added());
  }

  private RuntimeException ofSomebodyElse(Mapping mapping) {
    return site.trouble()
        .because(
            TRIED,
            "there is " + mapping.place().name() + " of somebody else",
            mapping.place().stream()
                ? "Name another namespace: two writers of one data stream would count twice."
                : "Name another prefix with ?prefix=, or rename that index.");
  }

  private RuntimeException otherType(Mapping mapping, Column column, Object before) {
    return site.trouble()
        .because(
            TRIED,
            "column %s of %s (index %s) is %s and would have to be %s"
                .formatted(
                    column.name(),
                    mapping.table().name(),
                    mapping.place().name(),
                    before,
                    Mapping.name(column)),
            "Delete that index, and it is filled anew.");
  }
}
