package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import java.util.List;

/** A list whose pages say only where the next one is. */
record PageList<T>(List<T> items, Json.Writer<T> writer) {

  Reply page(Call call, int standard, int most) {
    int limit = call.query().limit(standard, most);
    long from = Cursor.in(call).map(Cursor::position).orElse(0L);
    long end = Math.min(items.size(), from + limit);
    List<T> page = items.subList((int) Math.min(from, end), (int) end);
    return Json.ok(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("data");
      page.forEach(item -> writer.write(json, item));
      json.writeEndArray();
      Json.text(json, "next_page", end < items.size() ? Cursor.next(call, end, 0) : null);
      json.writeEndObject();
    });
  }
}
