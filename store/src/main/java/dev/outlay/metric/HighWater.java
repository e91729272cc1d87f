package dev.outlay.metric;

import static java.util.stream.Collectors.joining;

import dev.outlay.store.Documents;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps counters from falling. A monitoring system takes a counter that fell for one that began
 * anew, and counts everything once more; figures that are revised downwards would do that. So what
 * was told once is remembered in the store before it is told, and a counter stands still until the
 * figures have caught up with it.
 *
 * <p>The first label of a counter is its organisation: with the last trace of one its marks go.
 */
public final class HighWater {
  private static final String KIND = "metric high water";
  private static final String BETWEEN = "\u001f";

  private final Documents documents;
  private final Map<String, Map<List<String>, BigDecimal>> told = new HashMap<>();

  public HighWater(Documents documents) {
    this.documents = documents;
  }

  /**
   * The same family, nothing of it lower than it was told before. One thread at a time.
   *
   * @param organisations those that are still there
   */
  MetricFamily over(MetricFamily counter, Set<String> organisations) {
    Map<List<String>, BigDecimal> before =
        told.computeIfAbsent(counter.metric().name(), this::remembered);
    Map<List<String>, BigDecimal> now = new LinkedHashMap<>();
    counter.samples().forEach(each -> now.merge(each.labels(), each.value(), BigDecimal::max));
    before.forEach((labels, value) -> {
      if (organisations.contains(labels.getFirst())) {
        now.merge(labels, value, BigDecimal::max);
      }
    });
    keep(counter.metric().name(), before, now);
    return new MetricFamily(
        counter.metric(),
        now.entrySet().stream().map(each -> new Sample(each.getKey(), each.getValue())).toList());
  }

  private void keep(
      String name, Map<List<String>, BigDecimal> before, Map<List<String>, BigDecimal> now) {
    if (!now.equals(before)) {
      documents.put(KIND, name, text(now));
      told.put(name, now);
    }
  }

  private Map<List<String>, BigDecimal> remembered(String name) {
    Map<List<String>, BigDecimal> marks = new LinkedHashMap<>();
    documents.get(KIND, name).stream()
        .flatMap(String::lines)
        .forEach(line -> {
          List<String> parts = Arrays.asList(line.split(BETWEEN, -1));
          marks.put(List.copyOf(parts.subList(1, parts.size())), new BigDecimal(parts.getFirst()));
        });
    return marks;
  }

  private static String text(Map<List<String>, BigDecimal> marks) {
    Map<String, String> lines = new TreeMap<>();
    marks.forEach(
        (labels, value) -> lines.put(String.join(BETWEEN, labels), value.toPlainString()));
    return lines.entrySet().stream()
        .map(each -> each.getValue() + BETWEEN + each.getKey())
        .collect(joining("\n"));
  }
}
