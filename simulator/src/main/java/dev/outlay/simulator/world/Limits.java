package dev.outlay.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of an organisation: what it may send a minute and what it may spend a month. */
record Limits(Ids ids, Instant now) {
  private static final Map<String, Long> MODEL =
      ordered(
          "requests_per_minute",
          4_000L,
          "input_tokens_per_minute",
          10_000_000L,
          "output_tokens_per_minute",
          800_000L);

  List<RateLimit> rateLimits() {
    List<RateLimit> limits = new ArrayList<>();
    for (Model model : Model.values()) {
      limits.add(
          limit(limits.size(), "model_group", "Claude " + model.label(), names(model), MODEL));
    }
    limits.add(
        limit(limits.size(), "batch", null, null, Map.of("enqueued_batch_requests", 500_000L)));
    limits.add(
        limit(limits.size(), "token_count", null, null, Map.of("requests_per_minute", 8_000L)));
    limits.add(limit(limits.size(), "files", null, null, Map.of("requests_per_minute", 1_000L)));
    limits.add(limit(limits.size(), "web_search", null, null, Map.of("requests_per_second", 30L)));
    return List.copyOf(limits);
  }

  List<SpendLimit> spendLimits(Instant since, List<Workspace> workspaces) {
    return List.of(
        new SpendLimit(
            ids.tagged("spl", 0),
            "workspace",
            workspaces.getFirst().id(),
            250_000,
            since.plusSeconds(864_000)),
        new SpendLimit(
            ids.tagged("spl", 1), "organization", null, 12_000_000, since.plusSeconds(86_400)),
        new SpendLimit(ids.tagged("spl", 2), "usage_tier", null, 20_000_000, since));
  }

  private RateLimit limit(
      int place,
      String type,
      @Nullable String name,
      @Nullable List<String> models,
      Map<String, Long> limits) {
    String group = new Ids(new Dice(7)).tagged("rlg", place);
    return new RateLimit(ids.tagged("rl", place), type, group, name, models, limits);
  }

  private static List<String> names(Model model) {
    String alias = model.id().replaceFirst("-\\d{8}$", "");
    return Arrays.asList(alias, model.id()).stream().distinct().toList();
  }

  private static Map<String, Long> ordered(String a, long x, String b, long y, String c, long z) {
    Map<String, Long> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    map.put(c, z);
    return map;
  }
}
