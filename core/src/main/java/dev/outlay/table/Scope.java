package dev.outlay.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which kept rows of a connection the rows of a load stand for: those for which every condition
 * holds. What is in the scope and did not come is closed; what is outside is never touched.
 */
public record Scope(List<Condition> conditions) {
  /** All rows of the connection. */
  public static final Scope EVERYTHING = new Scope(List.of());

  /** One test of one column. A null cell meets none of them. */
  public sealed interface Condition {
    String column();
  }

  /** The cell equals the value, which has the class named at {@link Type}. */
  public record Equal(String column, Object value) implements Condition {}

  /** The text cell is one of these. */
  public record Among(String column, Set<String> values) implements Condition {
    public Among {
      values = Set.copyOf(values);
    }
  }

  /** The text cell is none of these. */
  public record Except(String column, Set<String> values) implements Condition {
    public Except {
      values = Set.copyOf(values);
    }
  }

  /** The instant, or the UTC day, lies in the span. */
  public record During(String column, Span span) implements Condition {}

  public Scope {
    conditions = List.copyOf(conditions);
  }

  public static Scope of(Condition... conditions) {
    return new Scope(List.of(conditions));
  }

  /** The stretch of time this scope is limited to, where it is. */
  public Optional<During> during() {
    return conditions.stream().filter(During.class::isInstance).map(During.class::cast).findFirst();
  }
}
