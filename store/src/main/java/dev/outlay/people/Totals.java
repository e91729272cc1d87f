package dev.outlay.people;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done with one key in the period.
 *
 * @param tokens of all kinds
 * @param spent of what is not billed otherwise
 * @param models tokens by model
 */
record Totals(long tokens, Spent spent, Map<String, Long> models) {
  static final Totals NONE = new Totals(0, Spent.NOTHING, Map.of());

  Totals and(Totals other) {
    Map<String, Long> both = new HashMap<>(models);
    other.models.forEach((model, number) -> both.merge(model, number, Math::addExact));
    return new Totals(
        Math.addExact(tokens, other.tokens), spent.and(other.spent), Map.copyOf(both));
  }

  List<String> byUse() {
    return models.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
