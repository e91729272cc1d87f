package dev.outlay.testkit.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Measures that are answered from one table of days.
 *
 * @param table its name
 * @param measures by name
 * @param always one of these is always asked for, where there are any
 * @param by the dimensions that may be
 * @param narrowed ways to narrow an ask
 */
record Family(
    String table,
    Map<String, Reckoning> measures,
    List<String> always,
    List<String> by,
    List<Narrowed> narrowed) {
  /** In words and in Java. */
  record Narrowed(String where, Predicate<Entry> which) {}

  static Narrowed narrowed(String where, Predicate<Entry> which) {
    return new Narrowed(where, which);
  }

  /** An ask without its period. */
  Map<String, String> any(Random random) {
    Map<String, String> ask = new HashMap<>();
    ask.put("measures", one(random, List.copyOf(new TreeMap<>(measures).keySet())));
    ask.put("grain", one(random, List.of("", "day", "week", "month")));
    ask.put("by", String.join(",", dimensions(random)));
    return ask;
  }

  private List<String> dimensions(Random random) {
    List<String> some = new ArrayList<>(by);
    Collections.shuffle(some, random);
    List<String> all = new ArrayList<>(some.subList(0, random.nextInt(3)));
    if (!always.isEmpty()) {
      all.add(one(random, always));
    }
    return all;
  }

  static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
