package dev.outlay.shape.focus.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found so far; little is kept of each kind, so it does not grow with the file. */
final class Findings {
  static final int ROWS_TOLD = 5;

  private record Kind(Rule rule, String column) {}

  private static final class Tally {
    private final List<Long> rows = new ArrayList<>();
    private long count;
  }

  private final Map<Kind, Tally> all = new HashMap<>();

  void file(Rule rule, String column) {
    all.computeIfAbsent(new Kind(rule, column), _ -> new Tally());
  }

  void row(Rule rule, String column, long number) {
    Tally tally = all.computeIfAbsent(new Kind(rule, column), _ -> new Tally());
    tally.count++;
    if (tally.rows.size() < ROWS_TOLD) {
      tally.rows.add(number);
    }
  }

  void rows(Rule rule, long count, List<Long> numbers) {
    Tally tally = all.computeIfAbsent(new Kind(rule, ""), _ -> new Tally());
    tally.count = count;
    tally.rows.addAll(numbers);
  }

  /** How many rows broke it. */
  long count(Rule rule) {
    return all.entrySet().stream()
        .filter(each -> each.getKey().rule.equals(rule))
        .mapToLong(each -> each.getValue().count)
        .sum();
  }

  /** It was no breach after all. */
  void excuse(Rule rule) {
    all.keySet().removeIf(kind -> kind.rule.equals(rule));
  }

  /** In the order of the rules. */
  List<Finding> inOrder() {
    return all.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Kind, Tally> each) -> place(each.getKey()))
                .thenComparing(each -> each.getKey().column))
        .map(each -> finding(each.getKey(), each.getValue()))
        .toList();
  }

  private static int place(Kind kind) {
    return Rules.ALL.indexOf(kind.rule);
  }

  private static Finding finding(Kind kind, Tally tally) {
    return new Finding(
        kind.rule.name(), kind.rule.sentence(), kind.column, tally.count, tally.rows);
  }
}
