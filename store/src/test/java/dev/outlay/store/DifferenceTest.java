package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random loads over several days, against the same rules written in a few plain lines. */
class DifferenceTest {
  private record Row(int hour, @Nullable String id, @Nullable Long value) {
    String key() {
      return hour + "/" + id;
    }
  }

  private static final class Version {
    private final Instant from;
    private @Nullable Instant to;
    private Row row;

    private Version(Instant from, Row row) {
      this.from = from;
      this.row = row;
    }
  }

  /** Versions by key and place among twins, oldest first. */
  private final Map<String, List<Version>> model = new HashMap<>();

  @TempDir private Path folder;

  @Test
  void theStoreAgreesWithThePlainRules() {
    Random random = new Random(20261121);
    try (Fixture store = Fixture.in(folder)) {
      Instant now = Instant.parse("2026-03-10T00:00:00Z");
      for (int load = 0; load < 60; load++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(900)));
        List<Row> rows = rows(random);
        apply(rows, now);
        store.load(
            now,
            Fixture.DAY,
            rows.stream()
                .map(r ->
                    new @Nullable Object[] {
                      Fixture.DAY.plus(Duration.ofHours(r.hour)), r.id, r.value
                    })
                .toArray(Object[][]::new));
        assertThat(stored(store)).as("load %d", load).isEqualTo(expected());
      }
    }
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      String id = random.nextInt(4) == 0 ? null : "id" + random.nextInt(3);
      Long value = random.nextInt(5) == 0 ? null : (long) random.nextInt(3);
      rows.add(new Row(random.nextInt(2), id, value));
    }
    return rows;
  }

  private void apply(List<Row> rows, Instant now) {
    Map<String, Row> came = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(Row::value, Comparator.nullsLast(Comparator.naturalOrder())))
        .forEach(row -> came.put(row.key() + "#" + places.merge(row.key(), 1, Integer::sum), row));
    model.forEach((key, versions) -> {
      if (versions.getLast().to == null && !came.containsKey(key)) {
        versions.getLast().to = now;
      }
    });
    came.forEach((key, row) -> come(model.computeIfAbsent(key, _ -> new ArrayList<>()), row, now));
  }

  private static void come(List<Version> versions, Row row, Instant now) {
    if (versions.isEmpty()) {
      versions.add(new Version(now, row));
      return;
    }
    Version last = versions.getLast();
    if (last.to == null && last.row.equals(row)) {
      return;
    }
    if (!last.from.isBefore(now.truncatedTo(java.time.temporal.ChronoUnit.DAYS))) {
      last.row = row;
      last.to = null;
    } else {
      last.to = last.to == null ? now : last.to;
      versions.add(new Version(now, row));
    }
  }

  private Map<String, Integer> expected() {
    Map<String, Integer> lines = new TreeMap<>();
    model.values().stream()
        .flatMap(List::stream)
        .forEach(v ->
            lines.merge(
                v.row.hour + "|" + v.row.id + "|" + v.row.value + "|" + v.from + "|" + v.to,
                1,
                Integer::sum));
    return lines;
  }

  private static Map<String, Integer> stored(Fixture store) {
    Map<String, Integer> lines = new TreeMap<>();
    Answer.of(
            store.store(),
            "SELECT hour(\"at\"), id, value, known_from, known_to FROM history.counts")
        .rows()
        .forEach(row ->
            lines.merge(
                String.join("|", row.stream().map(String::valueOf).toList()), 1, Integer::sum));
    return lines;
  }
}
