package dev.outlay.ask;

/**
 * What the groups are ordered by.
 *
 * @param by a measure, a dimension or {@code time}
 * @param descending whether the largest comes first
 */
public record Order(String by, boolean descending) {
  /** Reads {@code -cost} or {@code model}. */
  public static Order of(String text) {
    String word = text.strip();
    return word.startsWith("-")
        ? new Order(word.substring(1).strip(), true)
        : new Order(word, false);
  }

  @Override
  public String toString() {
    return (descending ? "-" : "") + by;
  }
}
