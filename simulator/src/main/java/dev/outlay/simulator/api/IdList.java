package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A list paged by the ids of its first and last items. */
record IdList<T>(List<T> items, Function<T, String> id, Json.Writer<T> writer) {

  Reply page(Call call) {
    int limit = call.query().limit(20, 1_000);
    Optional<String> after = call.query().one("after_id");
    Optional<String> before = call.query().one("before_id");
    if (after.isPresent() && before.isPresent()) {
      throw Refusal.invalid("after_id and before_id cannot be used together");
    }
    if (before.isPresent()) {
      int end = place(before.get());
      int from = Math.max(0, end - limit);
      return page(from, end, from > 0);
    }
    int from = after.map(id -> place(id) + 1).orElse(0);
    int end = (int) Math.min(items.size(), (long) from + limit);
    return page(from, end, end < items.size());
  }

  private int place(String wanted) {
    for (int i = 0; i < items.size(); i++) {
      if (id.apply(items.get(i)).equals(wanted)) {
        return i;
      }
    }
    throw Refusal.invalid("no item with id " + wanted + " in this list");
  }

  private Reply page(int from, int end, boolean more) {
    List<T> page = items.subList(from, end);
    return Json.ok(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("data");
      page.forEach(item -> writer.write(json, item));
      json.writeEndArray();
      Json.text(json, "first_id", page.isEmpty() ? null : id.apply(page.getFirst()));
      json.writeBooleanProperty("has_more", more);
      Json.text(json, "last_id", page.isEmpty() ? null : id.apply(page.getLast()));
      json.writeEndObject();
    });
  }
}
