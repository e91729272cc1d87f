package dev.outlay.destinations.search;

import dev.outlay.destination.Changes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents in batches and counts what it did. What was not taken because the cluster is
 * busy is sent again; what is refused ends it, by name.
 */
final class Bulk {
  private static final String TRIED = "writing";
  private static final String ANSWER =
      "/_bulk?filter_path=items.*.result,items.*.status,items.*.error.type";
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_LINES = 4000;
  private static final int NAMED = 5;

  /** One action with its document. */
  private static final class Action {
    private final String id;
    private final byte[] line;
    private final byte @Nullable [] document;

    Action(String id, Map<String, ?> line, byte @Nullable [] document) {
      this.id = id;
      this.line = Json.bytes(line);
      this.document = document;
    }

    int size() {
      return line.length + (document == null ? 0 : document.length) + 2;
    }

    void writeTo(ByteArrayOutputStream lines) {
      lines.writeBytes(line);
      lines.write('\n');
      if (document != null) {
        lines.writeBytes(document);
        lines.write('\n');
      }
    }
  }

  private final Site site;
  private final Place place;
  private final List<Action> waiting = new ArrayList<>();
  private int bytes;
  private long added;
  private long changed;
  private long closed;

  Bulk(Site site, Place place) {
    this.site = site;
    this.place = place;
  }

  /** A document that may be new. */
  void put(String id, byte[] document) {
    String action = place.stream() ? "create" : "index";
    add(new Action(id, Map.of(action, Map.of("_id", id)), document));
  }

  /** A document in the place of the one that is there; in a data stream, in the index behind it. */
  void replace(Kept kept, byte[] document) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("_id", kept.id());
    if (place.stream()) {
      target.put("_index", kept.index());
      target.put("if_seq_no", kept.sequence());
      target.put("if_primary_term", kept.term());
    }
    add(new Action(kept.id(), Map.of("index", target), document));
  }

  void remove(Kept kept) {
    Map<String, Object> target = Map.of("_id", kept.id(), "_index", kept.index());
    add(new Action(kept.id(), Map.of("delete", target), null));
  }

  /** Sends what waits. */
  void flush() {
    List<Action> batch = List.copyOf(waiting);
    waiting.clear();
    bytes = 0;
    for (int tries = 0; !batch.isEmpty(); tries++) {
      batch = sent(batch, !site.patience().has(tries));
      pause(batch, tries);
    }
  }

  /**
   * @param read the rows that came
   */
  Changes changes(long read) {
    return new Changes(read, added, changed, closed, false);
  }

  private void add(Action action) {
    waiting.add(action);
    bytes += action.size();
    if (bytes > MOST_BYTES || waiting.size() >= MOST_LINES) {
      flush();
    }
  }

  /** Those that are to be sent again. */
  private List<Action> sent(List<Action> batch, boolean last) {
    Map<String, @Nullable Object> answer = site.bulk(TRIED, place.name() + ANSWER, lines(batch));
    List<?> items = Json.at(answer, "items") instanceof List<?> list ? list : List.of();
    List<Action> again = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    String type = "";
    int status = 0;
    for (int i = 0; i < batch.size(); i++) {
      Map<?, ?> item = item(items, i);
      int each = item.get("status") instanceof Long number ? number.intValue() : 500;
      String error = SearchTrouble.type(item.get("error"));
      if (error.isEmpty() && (each < 300 || each == 404)) {
        count(String.valueOf(item.get("result")));
      } else if (SearchTrouble.passes(each, error) && !last) {
        again.add(batch.get(i));
      } else {
        refused.add(batch.get(i).id);
        status = each;
        type = error;
      }
    }
    check(refused, batch.size(), status, type);
    return again;
  }

  private void check(List<String> refused, int of, int status, String type) {
    if (!refused.isEmpty()) {
      String[] words = SearchTrouble.words(status, type);
      String names = String.join(", ", refused.subList(0, Math.min(NAMED, refused.size())));
      throw site.trouble()
          .because(
              TRIED,
              "%s: %d of %d rows were not taken (%s%s): %s"
                  .formatted(
                      place.name(),
                      refused.size(),
                      of,
                      names,
                      refused.size() > NAMED ? ", …" : "",
                      words[0]),
              words[1]);
    }
  }

  private void count(String result) {
    switch (result) {
      case "created" -> added++;
      case "updated" -> changed++;
      case "deleted" -> closed++;
      default -> {
        // It was gone already.
      }
    }
  }

  private static Map<?, ?> item(List<?> items, int at) {
    return at < items.size()
            && items.get(at) instanceof Map<?, ?> item
            && item.values().iterator().next() instanceof Map<?, ?> told
        ? told
        : Map.of();
  }

  private void pause(List<Action> again, int tries) {
    try {
      if (!again.isEmpty()) {
        site.patience().pause(tries);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw site.trouble().interrupted(TRIED);
    }
  }

  private static byte[] lines(List<Action> batch) {
    ByteArrayOutputStream lines =
        new ByteArrayOutputStream(batch.stream().mapToInt(Action::size).sum());
    batch.forEach(action -> action.writeTo(lines));
    return lines.toByteArray();
  }
}
