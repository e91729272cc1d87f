package dev.outlay.ask;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows count: those for which all conditions of one of the groups hold; all rows where there
 * is no group.
 */
public record Filter(List<List<Condition>> groups) {
  public static final Filter NONE = new Filter(List.of());

  public Filter {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /**
   * Reads {@code model = a, b and workspace is not empty or api_key ~ test}.
   *
   * @throws AskFault where it cannot be read
   */
  public static Filter of(String text) {
    return text.isBlank() ? NONE : new FilterText(text).filter();
  }

  public boolean isNone() {
    return groups.isEmpty();
  }

  /** The names of all dimensions that it is about. */
  public Stream<String> dimensions() {
    return groups.stream().flatMap(List::stream).map(Condition::dimension).distinct();
  }

  /** Rows must meet this filter and the other. */
  public Filter and(Filter other) {
    if (isNone() || other.isNone()) {
      return isNone() ? other : this;
    }
    return new Filter(
        groups.stream()
            .flatMap(mine -> other.groups.stream().map(theirs -> joined(mine, theirs)))
            .toList());
  }

  /** As it is written in an ask; empty where all rows count. */
  @Override
  public String toString() {
    return groups.stream()
        .map(group -> group.stream().map(Condition::toString).collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(" or "));
  }

  private static List<Condition> joined(List<Condition> mine, List<Condition> theirs) {
    return Stream.concat(mine.stream(), theirs.stream()).distinct().toList();
  }
}
