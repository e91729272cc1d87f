package dev.outlay.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which of the rows appended so far came with which page, in runs. */
final class Pages {
  private record Run(int page, long from, long to) {}

  private final List<Run> runs = new ArrayList<>();
  private long appended;

  void add(int page, long rows) {
    long from = appended;
    appended += rows;
    if (!runs.isEmpty() && runs.getLast().page == page && runs.getLast().to == from) {
      runs.add(new Run(page, runs.removeLast().from, appended));
    } else {
      runs.add(new Run(page, from, appended));
    }
  }

  /** Rows that count. */
  long rows() {
    return runs.stream().mapToLong(run -> run.to - run.from).sum();
  }

  /** Forgets those pages; the condition that finds their rows, or nothing where there are none. */
  String discard(int first, String column, long base) {
    String gone =
        runs.stream()
            .filter(run -> run.page >= first)
            .map(run -> column + " BETWEEN " + (base + run.from) + " AND " + (base + run.to - 1))
            .collect(Collectors.joining(" OR "));
    runs.removeIf(run -> run.page >= first);
    return gone;
  }
}
