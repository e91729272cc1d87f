package dev.outlay.table;

/**
 * What a cell holds. The Java class of a cell that is not null, by type: {@code TEXT} and {@code
 * JSON} String, {@code INTEGER} Long (64 bits), {@code BOOLEAN} Boolean, {@code INSTANT} Instant
 * (UTC, microseconds), {@code DATE} LocalDate (a UTC day), {@code Decimal} BigDecimal of at most
 * that scale.
 */
public sealed interface Type {
  /** US cents as the API gives them: decimal text, never through binary floating point. */
  Type CENTS = new Decimal(38, 18);

  /** US dollars: cents with the point moved two places, so nothing is rounded. */
  Type USD = new Decimal(38, 20);

  /** The types without parameters. */
  enum Plain implements Type {
    TEXT,
    INTEGER,
    BOOLEAN,
    INSTANT,
    DATE,
    JSON
  }

  /** An exact decimal of {@code precision} digits, {@code scale} of them behind the point. */
  record Decimal(int precision, int scale) implements Type {}
}
