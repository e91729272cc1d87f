package dev.outlay.headroom;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the limits with all their kept versions. */
record KeptLimits(Answers answers, Tables tables) {
  private static final String CACHE_AWARE = "input_tokens_per_minute_cache_aware";

  List<Limit> all() {
    List<Limit> all =
        Stream.of(
                read("rate_limits", "NULL::VARCHAR", "NULL::BIGINT", "NULL::VARCHAR"),
                read("workspace_rate_limits", "workspace_id", "org_limit", "source"))
            .flatMap(List::stream)
            .toList();
    Set<String> aware =
        all.stream()
            .filter(limit -> limit.limiter().equals(CACHE_AWARE))
            .map(Limit::groupKey)
            .collect(toSet());
    return all.stream()
        .map(limit -> aware.contains(limit.groupKey()) ? limit.beside(CACHE_AWARE) : limit)
        .toList();
  }

  private List<Limit> read(String table, String workspace, String orgValue, String source) {
    if (!tables.has(table)) {
      return List.of();
    }
    String sql =
        """
        SELECT row_id, connection, %s, limit_id, group_id, group_type, display_name,
          array_to_string(from_json(models, '["VARCHAR"]'), chr(31)), limiter, value, %s, %s, known_from, known_to
        FROM history.%s ORDER BY ALL\
        """
            .formatted(workspace, orgValue, source, table);
    return List.copyOf(
        Line.of(answers, sql).stream()
            .collect(
                groupingBy(
                    line -> line.name(0),
                    LinkedHashMap::new,
                    collectingAndThen(toList(), KeptLimits::limit)))
            .values());
  }

  private static Limit limit(List<Line> unordered) {
    List<Line> versions = unordered.stream().sorted(comparing(KeptLimits::from)).toList();
    Line last = versions.getLast();
    return new Limit(
        last.name(0),
        last.name(1),
        last.text(2),
        last.text(3).orElse(""),
        last.text(4).orElse(""),
        last.text(5).orElse(""),
        last.text(6),
        last.texts(7),
        last.name(8),
        last.number(10),
        last.text(11),
        steps(versions),
        false);
  }

  private static Instant from(Line version) {
    return version.instant(12).orElseThrow();
  }

  /** Versions that differ in something else than the value are one step. */
  private static List<Step> steps(List<Line> versions) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Line version = versions.get(i);
      add(steps, new Step(from(version), version.number(9)));
      Optional<Instant> next =
          i + 1 < versions.size() ? Optional.of(from(versions.get(i + 1))) : Optional.empty();
      version
          .instant(13)
          .filter(end -> next.map(end::isBefore).orElse(true))
          .ifPresent(end -> add(steps, new Step(end, Optional.empty())));
    }
    return List.copyOf(steps);
  }

  private static void add(List<Step> steps, Step step) {
    if (steps.isEmpty() || !steps.getLast().value().equals(step.value())) {
      steps.add(step);
    }
  }
}
