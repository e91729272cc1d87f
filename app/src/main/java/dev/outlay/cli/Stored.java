package dev.outlay.cli;

import dev.outlay.cli.output.Figures;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.store.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of each dataset a store has.
 *
 * @param rows by dataset
 * @param spans by dataset: what time is covered, a text for each width
 */
record Stored(Map<String, Long> rows, Map<String, List<String>> spans) {
  static final Stored NOTHING = new Stored(Map.of(), Map.of());

  static Stored in(Answers answers) {
    TextRows asked = new TextRows(answers);
    return new Stored(rows(asked), spans(asked));
  }

  /** {@code 4,380 rows; 1d 2025-11-21 to 2026-11-21, settled to 2026-11-18}. */
  String of(Dataset dataset) {
    String count = Figures.grouped(rows.getOrDefault(dataset.name(), 0L)) + " rows";
    List<String> covered = spans.getOrDefault(dataset.name(), List.of());
    return covered.isEmpty() ? count : count + "; " + String.join("; ", covered);
  }

  boolean has(Dataset dataset) {
    return rows.containsKey(dataset.name());
  }

  private static Map<String, Long> rows(TextRows asked) {
    List<String> tables =
        asked
            .rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
            .stream()
            .map(List::getFirst)
            .toList();
    String counts =
        Datasets.ALL.stream()
            .map(Dataset::name)
            .filter(tables::contains)
            .map(name -> "SELECT '" + name + "', count(*) FROM \"" + name + "\"")
            .collect(Collectors.joining(" UNION ALL "));
    Map<String, Long> rows = new HashMap<>();
    if (!counts.isEmpty()) {
      asked.rows(counts).forEach(row -> rows.put(row.get(0), Long.parseLong(row.get(1))));
    }
    return rows;
  }

  private static Map<String, List<String>> spans(TextRows asked) {
    return asked
        .rows(
            "SELECT dataset, concat(bucket_width, ' ', min(span_start)::DATE, ' to ',"
                + " max(span_end - INTERVAL 1 second)::DATE, ', settled to ', max(settled_to)::DATE)"
                + " FROM coverage GROUP BY dataset, bucket_width ORDER BY 1, min(span_start)")
        .stream()
        .collect(
            Collectors.groupingBy(
                List::getFirst, Collectors.mapping(row -> row.get(1), Collectors.toList())));
  }
}
