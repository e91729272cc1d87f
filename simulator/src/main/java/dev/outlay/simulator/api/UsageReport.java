package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.Dimension;
import dev.outlay.simulator.world.Report;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Tokens in time buckets, grouped by at most five dimensions. */
final class UsageReport {
  private static final int MOST_DIMENSIONS = 5;
  private static final String FAST_MODE = "fast-mode-2026-02-01";

  /** Seconds, and how many of them on a page: unasked and at most. */
  private record Width(long seconds, int standard, int most) {

    static Width of(Call call) {
      return switch (call.query().choice("bucket_width", List.of("1d", "1h", "1m")).orElse("1d")) {
        case "1h" -> new Width(3_600, 24, 168);
        case "1m" -> new Width(60, 60, 1_440);
        default -> new Width(86_400, 7, 31);
      };
    }
  }

  private UsageReport() {}

  static Reply answer(Call call) {
    Set<Dimension> grouping = grouping(call);
    LaneGroups groups = LaneGroups.of(call, grouping);
    Width width = Width.of(call);
    int limit = call.query().limit(width.standard(), width.most());
    Buckets buckets = buckets(call, width.seconds(), limit);
    return Json.ok(json -> write(json, call, buckets, groups));
  }

  private static Set<Dimension> grouping(Call call) {
    List<String> names =
        call.query()
            .many(
                "group_by", EnumSet.allOf(Dimension.class).stream().map(Dimension::wire).toList());
    if (names.size() > MOST_DIMENSIONS) {
      throw Refusal.invalid("Cannot specify more than 5 group_by[] dimensions.");
    }
    Set<Dimension> grouping = EnumSet.noneOf(Dimension.class);
    names.forEach(name -> Dimension.named(name).ifPresent(grouping::add));
    boolean speeds = !call.query().many("speeds").isEmpty();
    if ((grouping.contains(Dimension.SPEED) || speeds) && !call.beta(FAST_MODE)) {
      throw Refusal.invalid("speed: requires the anthropic-beta header " + FAST_MODE);
    }
    return grouping;
  }

  private static Buckets buckets(Call call, long width, int limit) {
    Instant starting = call.query().requiredInstant("starting_at");
    Optional<Instant> ending = call.query().instant("ending_at");
    long start = Buckets.floor(starting.getEpochSecond(), width);
    if (!ending.orElse(call.now()).isAfter(starting)) {
      throw Refusal.badRange();
    }
    long current = Buckets.ceil(call.now().getEpochSecond(), width);
    long end =
        ending
            .map(e -> Math.min(current, Buckets.floor(e.getEpochSecond(), width)))
            .orElse(current);
    return Buckets.page(call, width, start, end, limit);
  }

  private static void write(JsonGenerator json, Call call, Buckets buckets, LaneGroups groups) {
    json.writeStartObject();
    json.writeArrayPropertyStart("data");
    for (long start = buckets.start(); start < buckets.end(); start += buckets.width()) {
      json.writeStartObject();
      Json.time(json, "starting_at", start);
      Json.time(json, "ending_at", start + buckets.width());
      json.writeArrayPropertyStart("results");
      if (!call.organisation().amendments().isEmptied(Report.USAGE, Instant.ofEpochSecond(start))) {
        groups.write(json, start, buckets.width());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<String> next = buckets.next(call);
    json.writeBooleanProperty("has_more", next.isPresent());
    Json.text(json, "next_page", next.orElse(null));
    json.writeEndObject();
  }
}
