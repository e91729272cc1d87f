package dev.outlay.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;

/** The tables a store has: none before anything was collected. */
public record Tables(Set<String> names) {
  private static final String NAMES =
      "SELECT DISTINCT table_name FROM information_schema.tables WHERE table_schema = 'main'";

  public static Tables of(Answers answers) {
    return new Tables(
        Line.of(answers, NAMES).stream().map(line -> line.name(0)).collect(toUnmodifiableSet()));
  }

  public boolean has(String... all) {
    return names.containsAll(Set.of(all));
  }
}
