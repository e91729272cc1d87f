package dev.outlay.ask;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one dimension must be.
 *
 * @param dimension its name
 * @param test how it is compared
 * @param values with what, any of which will do; none for the tests of emptiness
 */
public record Condition(String dimension, Test test, List<String> values) {
  /** How a dimension is compared; null is empty, and is not equal to anything. */
  public enum Test {
    IS("="),
    IS_NOT("!="),
    CONTAINS("~"),
    CONTAINS_NOT("!~"),
    EMPTY("is empty"),
    NOT_EMPTY("is not empty");

    private final String text;

    Test(String text) {
      this.text = text;
    }

    /** Whether it lets through what the others do not. */
    public boolean isNegative() {
      return this == IS_NOT || this == CONTAINS_NOT || this == NOT_EMPTY;
    }

    public boolean hasValues() {
      return this != EMPTY && this != NOT_EMPTY;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  public Condition {
    values = List.copyOf(values);
  }

  /** As it is written in an ask. */
  @Override
  public String toString() {
    String value = values.stream().map(Condition::quoted).collect(Collectors.joining(", "));
    return dimension + " " + test + (test.hasValues() ? " " + value : "");
  }

  private static String quoted(String value) {
    boolean plain =
        value.matches("[\\p{L}\\p{N}_./:@+*$%#-]+")
            && !FilterText.WORDS.contains(value.toLowerCase(Locale.ROOT));
    return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
