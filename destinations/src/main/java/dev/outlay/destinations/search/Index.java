package dev.outlay.destinations.search;

import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the documents of one table. */
record Index(Site site, Table table, Place place) {
  private static final String TRIED = "comparing what is there";
  private static final int PAGE = 1000;

  /** One answer of a search: how many it told, and where it goes on. */
  private record Page(int hits, String scroll) {}

  /** Makes all that was written visible; fails where the index is gone. */
  void refresh() {
    site.ask("writing", "POST", path("_refresh"), null);
  }

  /** Every document of the scope, as of one moment. */
  void each(SearchScope scope, Consumer<Kept> consumer) {
    Hits hits = new Hits(new Digest(table, scope.fields()), scope, consumer);
    Page page = search(path("_search?scroll=5m"), query(scope.query(), PAGE), hits);
    while (page.hits() > 0) {
      page = search("_search/scroll", Map.of("scroll", "5m", "scroll_id", page.scroll()), hits);
    }
    site.ask(TRIED, "DELETE", "_search/scroll", Map.of("scroll_id", List.of(page.scroll())));
  }

  /** Those of the ids that are there. */
  Map<String, Kept> named(Collection<String> ids) {
    Map<String, Kept> found = new HashMap<>();
    if (!ids.isEmpty()) {
      SearchScope all = new SearchScope(table, dev.outlay.table.Scope.EVERYTHING);
      Object query = Map.of("ids", Map.of("values", new ArrayList<>(ids)));
      Hits hits = new Hits(new Digest(table, Set.of()), all, kept -> found.put(kept.id(), kept));
      search(path("_search"), query(query, ids.size()), hits);
    }
    return found;
  }

  private String path(String what) {
    return place.name() + "/" + what;
  }

  private static Map<String, Object> query(Object query, int size) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", query);
    body.put("size", size);
    body.put("sort", List.of("_doc"));
    body.put("seq_no_primary_term", true);
    return body;
  }

  private Page search(String path, Object body, Hits hits) {
    return site.read(TRIED, path, body, json -> page(json, hits));
  }

  private static Page page(JsonParser json, Hits hits) {
    String scroll = "";
    int count = 0;
    json.nextToken();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "_scroll_id" -> scroll = json.getString();
        case "hits" -> count = token == JsonToken.START_OBJECT ? hits(json, hits) : 0;
        default -> json.skipChildren();
      }
    }
    return new Page(count, scroll);
  }

  private static int hits(JsonParser json, Hits hits) {
    int count = 0;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (name.equals("hits")) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          hits.read(json);
          count++;
        }
      } else {
        json.skipChildren();
      }
    }
    return count;
  }

  /** Reads one hit after the other. */
  private record Hits(Digest digest, SearchScope scope, Consumer<Kept> consumer) {
    void read(JsonParser json) {
      String id = "";
      String index = "";
      long sequence = 0;
      long term = 0;
      long sum = 0;
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        switch (name) {
          case "_id" -> id = json.getString();
          case "_index" -> index = json.getString();
          case "_seq_no" -> sequence = json.getLongValue();
          case "_primary_term" -> term = json.getLongValue();
          case "_source" -> sum = digest.of(json);
          default -> json.skipChildren();
        }
      }
      if (scope.holds(digest.texts())) {
        consumer.accept(new Kept(id, sum, index, sequence, term));
      }
    }
  }
}
