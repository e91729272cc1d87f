package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.CodingDay;
import dev.outlay.simulator.world.Report;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** One UTC day of Claude Code, paged by rows from data that was an hour old at the first page. */
final class ClaudeCodeReport {
  private static final long DELAY = 3_600;

  private ClaudeCodeReport() {}

  static Reply answer(Call call) {
    LocalDate day =
        day(
            call.query()
                .one("starting_at")
                .orElseThrow(() -> Refusal.invalid("starting_at: Field required")));
    int limit = call.query().limit(20, 1_000);
    Optional<Cursor> cursor = Cursor.in(call);
    long boundary = cursor.map(Cursor::boundary).orElse(call.now().getEpochSecond() - DELAY);
    List<CodingDay> rows = rows(call, day, boundary);
    int from = (int) Math.min(rows.size(), cursor.map(Cursor::position).orElse(0L));
    int end = Math.min(rows.size(), from + limit);
    String next = end < rows.size() ? Cursor.next(call, end, boundary) : null;
    return Json.ok(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("data");
      rows.subList(from, end).forEach(row -> write(json, row, day, call));
      json.writeEndArray();
      json.writeBooleanProperty("has_more", next != null);
      Json.text(json, "next_page", next);
      json.writeEndObject();
    });
  }

  private static List<CodingDay> rows(Call call, LocalDate day, long boundary) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    boolean emptied = call.organisation().amendments().isEmptied(Report.CLAUDE_CODE, start);
    return emptied
        ? List.of()
        : call.organisation().developers().day(day.toEpochDay(), Instant.ofEpochSecond(boundary));
  }

  private static LocalDate day(String text) {
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // Refused below like any other text that is no date.
    }
    throw Refusal.invalid(
        "starting_at: String should match pattern '^\\d{4}-\\d{2}-\\d{2}$'. Got \"" + text + "\".");
  }

  private static void write(JsonGenerator json, CodingDay row, LocalDate day, Call call) {
    json.writeStartObject();
    actor(json, row);
    metrics(json, row);
    json.writeStringProperty("customer_type", row.subscription() == null ? "api" : "subscription");
    json.writeStringProperty("date", day + "T00:00:00Z");
    json.writeBooleanProperty("is_remote", row.remote());
    json.writeArrayPropertyStart("model_breakdown");
    row.models().forEach(use -> use(json, use));
    json.writeEndArray();
    json.writeStringProperty("organization_id", call.organisation().uuid());
    json.writeStringProperty("terminal_type", row.terminal());
    tools(json, row);
    if (row.subscription() != null || !call.noise() || row.sessions() % 2 == 0) {
      Json.text(json, "subscription_type", row.subscription());
    }
    json.writeEndObject();
  }

  private static void actor(JsonGenerator json, CodingDay row) {
    json.writeObjectPropertyStart("actor");
    json.writeStringProperty("type", row.email() == null ? "api_actor" : "user_actor");
    Json.text(
        json,
        row.email() == null ? "api_key_name" : "email_address",
        row.email() == null ? row.apiKeyName() : row.email());
    json.writeEndObject();
  }

  private static void metrics(JsonGenerator json, CodingDay row) {
    json.writeObjectPropertyStart("core_metrics");
    json.writeNumberProperty("commits_by_claude_code", row.commits());
    json.writeObjectPropertyStart("lines_of_code");
    json.writeNumberProperty("added", row.added());
    json.writeNumberProperty("removed", row.removed());
    json.writeEndObject();
    json.writeNumberProperty("num_sessions", row.sessions());
    json.writeNumberProperty("pull_requests_by_claude_code", row.pullRequests());
    json.writeEndObject();
  }

  private static void tools(JsonGenerator json, CodingDay row) {
    json.writeObjectPropertyStart("tool_actions");
    for (CodingDay.Tool tool : row.tools()) {
      json.writeObjectPropertyStart(tool.name());
      json.writeNumberProperty("accepted", tool.accepted());
      json.writeNumberProperty("rejected", tool.rejected());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void use(JsonGenerator json, CodingDay.Use use) {
    json.writeStartObject();
    json.writeObjectPropertyStart("estimated_cost");
    json.writeNumberProperty("amount", use.cents());
    json.writeStringProperty("currency", "USD");
    json.writeEndObject();
    json.writeStringProperty("model", use.model().id());
    json.writeObjectPropertyStart("tokens");
    json.writeNumberProperty("cache_creation", use.cacheCreation());
    json.writeNumberProperty("cache_read", use.cacheRead());
    json.writeNumberProperty("input", use.input());
    json.writeNumberProperty("output", use.output());
    json.writeEndObject();
    json.writeEndObject();
  }
}
