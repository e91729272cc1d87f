package dev.outlay.simulator.api;

import dev.outlay.simulator.world.Counts;
import dev.outlay.simulator.world.Dimension;
import dev.outlay.simulator.world.Lane;
import dev.outlay.simulator.world.Report;
import dev.outlay.simulator.world.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The rows of one request's grouping: which lane goes into which row, and how rows are written. */
final class LaneGroups {
  private static final Map<Dimension, String> FILTERS =
      Map.of(
          Dimension.ACCOUNT_ID, "account_ids",
          Dimension.API_KEY_ID, "api_key_ids",
          Dimension.SERVICE_ACCOUNT_ID, "service_account_ids",
          Dimension.WORKSPACE_ID, "workspace_ids",
          Dimension.MODEL, "models",
          Dimension.SERVICE_TIER, "service_tiers",
          Dimension.CONTEXT_WINDOW, "context_window",
          Dimension.INFERENCE_GEO, "inference_geos",
          Dimension.SPEED, "speeds");
  private static final Map<Dimension, List<String>> MEMBERS =
      Map.of(
          Dimension.SERVICE_TIER,
              List.of(
                  "batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"),
          Dimension.CONTEXT_WINDOW, List.of("0-200k", "200k-1M"),
          Dimension.INFERENCE_GEO, List.of("global", "us", "not_available"),
          Dimension.SPEED, List.of("standard", "fast"));

  private final Call call;
  private final int[] placeOfLane;
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final boolean speeds;

  private LaneGroups(Call call, Set<Dimension> grouping) {
    this.call = call;
    this.speeds = grouping.contains(Dimension.SPEED);
    this.placeOfLane = places(grouping, filters(call));
  }

  static LaneGroups of(Call call, Set<Dimension> grouping) {
    return new LaneGroups(call, grouping);
  }

  private static Map<Dimension, List<String>> filters(Call call) {
    Map<Dimension, List<String>> filters = new HashMap<>();
    FILTERS.forEach((dimension, name) -> {
      List<String> allowed = MEMBERS.get(dimension);
      List<String> values =
          allowed == null ? call.query().many(name) : call.query().many(name, allowed);
      if (!values.isEmpty()) {
        filters.put(dimension, values);
      }
    });
    return filters;
  }

  private int[] places(Set<Dimension> grouping, Map<Dimension, List<String>> filters) {
    Map<List<@Nullable String>, Integer> known = new HashMap<>();
    List<Lane> lanes = call.organisation().traffic().lanes();
    int[] places = new int[lanes.size()];
    for (Lane lane : lanes) {
      boolean wanted =
          filters.entrySet().stream().allMatch(f -> passes(lane, f.getKey(), f.getValue()));
      places[lane.index()] =
          wanted ? known.computeIfAbsent(Arrays.asList(row(lane, grouping)), this::newRow) : -1;
    }
    return places;
  }

  private int newRow(List<@Nullable String> row) {
    rows.add(row.toArray(new String[0]));
    return rows.size() - 1;
  }

  /** The Default Workspace can be asked for by its real id. */
  private boolean passes(Lane lane, Dimension dimension, List<String> values) {
    String value = lane.value(dimension);
    boolean home = dimension == Dimension.WORKSPACE_ID && value == null;
    return values.contains(home ? call.organisation().directory().defaultWorkspace().id() : value);
  }

  private static @Nullable String[] row(Lane lane, Set<Dimension> grouping) {
    @Nullable String[] row = new String[Dimension.values().length];
    grouping.forEach(dimension -> row[dimension.place()] = lane.value(dimension));
    return row;
  }

  /** The rows of a bucket, in an order of its own; without usage no row. */
  void write(JsonGenerator json, long start, long width) {
    long day = Math.floorDiv(start, 86_400L);
    int from = (int) (start - day * 86_400) / 60;
    long[] counts = new long[rows.size() * Counts.WIDTH];
    Span span = new Span(Report.USAGE, day, from, from + (int) (width / 60));
    call.organisation().traffic().add(span, call.now(), placeOfLane, counts);
    Shuffle order = Shuffle.of(rows.size(), call.number());
    for (int turn = 0; turn < rows.size(); turn++) {
      int place = order.place(turn);
      if (isUsed(counts, place * Counts.WIDTH)) {
        write(json, rows.get(place), counts, place * Counts.WIDTH);
      }
    }
  }

  private static boolean isUsed(long[] counts, int at) {
    long any = 0;
    for (int i = at; i < at + Counts.REQUESTS; i++) {
      any |= counts[i];
    }
    return any != 0;
  }

  private void write(JsonGenerator json, @Nullable String[] row, long[] counts, int at) {
    json.writeStartObject();
    Json.text(json, "account_id", row[Dimension.ACCOUNT_ID.place()]);
    Json.text(json, "api_key_id", row[Dimension.API_KEY_ID.place()]);
    Tokens.write(json, counts, at);
    Json.text(json, "context_window", row[Dimension.CONTEXT_WINDOW.place()]);
    Json.text(json, "inference_geo", row[Dimension.INFERENCE_GEO.place()]);
    Json.text(json, "model", row[Dimension.MODEL.place()]);
    Json.text(json, "service_account_id", row[Dimension.SERVICE_ACCOUNT_ID.place()]);
    Json.text(json, "service_tier", row[Dimension.SERVICE_TIER.place()]);
    Json.text(json, "workspace_id", row[Dimension.WORKSPACE_ID.place()]);
    if (speeds) {
      Json.text(json, "speed", row[Dimension.SPEED.place()]);
    }
    if (call.noise() && at % 11 == 0) {
      json.writeNumberProperty("audio_input_tokens", 0);
    }
    json.writeEndObject();
  }
}
