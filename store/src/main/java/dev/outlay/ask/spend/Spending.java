package dev.outlay.ask.spend;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.outlay.ask.spend.Collected.Part;
import dev.outlay.ask.spend.Fetched.Line;
import dev.outlay.store.Answers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers questions about spend. */
public record Spending(Answers answers) {
  private static final String TABLES =
      "SELECT DISTINCT table_name FROM information_schema.tables WHERE table_schema = current_schema()";

  /** Every connection, with its spans of costs or a line of nulls where it has none. */
  private static final String COVERAGE =
      """
      SELECT connection, span_start, span_end, settled_to, filter FROM coverage
      WHERE dataset = 'cost_report'
      UNION ALL
      SELECT DISTINCT connection, CAST(NULL AS TIMESTAMPTZ), CAST(NULL AS TIMESTAMPTZ),
        CAST(NULL AS TIMESTAMPTZ), CAST(NULL AS VARCHAR) FROM coverage\
      """;

  /**
   * @param today the UTC day it is now
   * @throws NothingCollected when there are no costs at all
   */
  public SpendAnswer answer(SpendAsk ask, LocalDate today) {
    Set<String> tables =
        Set.copyOf(Fetched.of(answers, TABLES).map(line -> line.text(0).orElseThrow()));
    if (!tables.contains("cost_report")) {
      throw new NothingCollected("cost_report");
    }
    SpendSql sql = new SpendSql(ask);
    Fetched groups = Fetched.of(answers, sql.groups());
    Map<String, String> names = tables.contains("workspaces") ? names() : Map.of();
    List<Amount> elsewhere =
        Fetched.of(answers, sql.otherCurrencies())
            .map(line -> new Amount(line.units(1).orElseThrow(), line.text(0)));
    return new SpendAnswering(ask, today, names, collected()).of(groups, elsewhere);
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    Fetched.of(answers, "SELECT id, name FROM workspaces WHERE id IS NOT NULL AND name IS NOT NULL")
        .lines()
        .forEach(line -> names.put(line.text(0).orElseThrow(), line.text(1).orElseThrow()));
    return names;
  }

  private List<Collected> collected() {
    Map<String, List<Part>> parts =
        Fetched.of(answers, COVERAGE).lines().stream()
            .collect(
                groupingBy(
                    line -> line.text(0).orElse(""),
                    TreeMap::new,
                    collectingAndThen(toList(), Spending::parts)));
    return parts.entrySet().stream()
        .map(entry -> new Collected(entry.getKey(), entry.getValue()))
        .collect(Collectors.toList());
  }

  private static List<Part> parts(List<Line> lines) {
    return lines.stream()
        .filter(line -> !line.isNull(1))
        .map(line ->
            new Part(line.instant(1), line.instant(2), line.instant(3), line.text(4).orElse("")))
        .toList();
  }
}
