package dev.outlay.ask;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How one figure comes to be.
 *
 * @param measure what it is, with meaning and formula
 * @param answer the figure alone, as the answer of {@code ask}
 * @param prices those that an estimate was made with
 * @param revisions what was believed when, oldest first; none where it never changed
 * @param ask the ask that gives this figure alone
 */
public record Explained(
    Measure measure, Answer answer, List<Priced> prices, List<Revision> revisions, Ask ask) {
  /**
   * A price.
   *
   * @param column the kind of token, as usage tables name it
   * @param terms for which it holds, as far as the usage tells them: tier, context window, place,
   *     speed
   * @param day from which it holds, at the latest
   * @param tokens that it was multiplied with
   * @param entry of the price book it is from
   */
  public record Priced(
      String model,
      String column,
      List<String> terms,
      LocalDate day,
      BigDecimal usdPerMillion,
      BigDecimal tokens,
      Optional<Entry> entry) {
    public Priced {
      terms = List.copyOf(terms);
    }

    /** What they come to, in USD. */
    public BigDecimal amount() {
      return usdPerMillion.multiply(tokens).movePointLeft(6);
    }
  }

  /**
   * An entry of the price book.
   *
   * @param name for people
   * @param since the first day it holds, where it has one
   * @param source where it is from
   */
  public record Entry(String name, Optional<LocalDate> since, String source) {}

  /**
   * What was believed for some time.
   *
   * @param knownFrom the UTC day of the change
   * @param knownTo the day of the next; empty for what is known now
   * @param value empty where it was unknown
   */
  public record Revision(Instant knownFrom, Optional<Instant> knownTo, Optional<Number> value) {}

  public Explained {
    prices = List.copyOf(prices);
    revisions = List.copyOf(revisions);
  }

  /** The figure; empty where it is unknown. */
  public Optional<Number> value() {
    return Optional.ofNullable(answer.totals().values().getFirst());
  }
}
