package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.Cell;
import dev.outlay.simulator.world.CostRow;
import dev.outlay.simulator.world.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Cost in cents by UTC day. */
final class CostReport {
  private static final long DAY = 86_400;

  private CostReport() {}

  static Reply answer(Call call) {
    call.query().choice("bucket_width", List.of("1d"));
    List<String> grouping = call.query().many("group_by", List.of("description", "workspace_id"));
    int limit = call.query().limit(7, 31);
    Buckets buckets = buckets(call, limit);
    return Json.ok(json -> write(json, call, buckets, grouping));
  }

  private static Buckets buckets(Call call, int limit) {
    Instant starting = call.query().requiredInstant("starting_at");
    long start = Buckets.floor(starting.getEpochSecond(), DAY);
    long today = Buckets.floor(call.now().getEpochSecond(), DAY);
    long ending = call.query().instant("ending_at").map(Instant::getEpochSecond).orElse(today);
    if (ending <= starting.getEpochSecond()) {
      throw Refusal.badRange();
    }
    boolean todayToo = call.policy().costToday() && ending > today;
    long end = todayToo ? today + DAY : Math.min(today, Buckets.floor(ending, DAY));
    return Buckets.page(call, DAY, start, end, limit);
  }

  private static void write(JsonGenerator json, Call call, Buckets buckets, List<String> grouping) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    for (long start = buckets.start(); start < buckets.end(); start += DAY) {
      json.writeStartObject();
      Json.time(json, "starting_at", start);
      Json.time(json, "ending_at", start + DAY);
      json.writeArrayPropertyStart("results");
      rows(json, call, start, grouping);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<String> next = buckets.next(call);
    json.writeBooleanProperty("has_more", next.isPresent());
    Json.text(json, "next_page", next.orElse(null));
    json.writeEndObject();
  }

  private static void rows(JsonGenerator json, Call call, long start, List<String> grouping) {
    if (call.organisation().amendments().isEmptied(Report.COST, Instant.ofEpochSecond(start))) {
      return;
    }
    boolean byWorkspace = grouping.contains("workspace_id");
    boolean byDescription = grouping.contains("description");
    List<CostRow> rows =
        call.organisation().ledger().day(start / DAY, call.now(), byWorkspace, byDescription);
    Shuffle order = Shuffle.of(rows.size(), call.number());
    for (int turn = 0; turn < rows.size(); turn++) {
      row(json, rows.get(order.place(turn)), order.place(turn), call.noise());
    }
  }

  private static void row(JsonGenerator json, CostRow row, int salt, boolean noise) {
    Cell cell = row.cell();
    json.writeStartObject();
    json.writeStringProperty("amount", Money.varied(row.cents(), salt));
    Json.text(json, "context_window", cell == null ? null : cell.context().wire());
    Json.text(json, "cost_type", row.costType());
    json.writeStringProperty("currency", "USD");
    Json.text(json, "description", row.description());
    Json.text(json, "inference_geo", cell == null ? null : cell.geo().wire());
    Json.text(json, "model", cell == null ? null : cell.model().id());
    Json.text(json, "service_tier", cell == null ? null : cell.tier().wire());
    Json.text(json, "token_type", row.kind() == null ? null : row.kind().wire());
    Json.text(json, "workspace_id", row.workspaceId());
    if (noise && salt % 13 == 5) {
      json.writeNullProperty("contract_id");
    }
    json.writeEndObject();
  }
}
