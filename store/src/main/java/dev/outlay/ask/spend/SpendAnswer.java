package dev.outlay.ask.spend;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of spend.
 *
 * @param ask the question
 * @param today the UTC day of the answer, which is not over
 * @param rows the groups told apart, by bucket, then from the largest
 * @param others the rest, one row a bucket; empty where there is none
 * @param othersCount how many groups the rest is
 * @param total of all rows
 * @param elsewhere what was spent in other currencies, and is not part of any row
 * @param collected what the answer rests on, by connection
 */
public record SpendAnswer(
    SpendAsk ask,
    LocalDate today,
    List<SpendRow> rows,
    List<SpendRow> others,
    int othersCount,
    SpendRow total,
    List<Amount> elsewhere,
    List<Collected> collected) {
  /** With the places of every other sum, so that a column of them looks the same. */
  static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(20);

  /** The first instant whose figures may still change, of all connections. */
  public Optional<Instant> settledTo() {
    List<Optional<Instant>> settled =
        collected.stream().map(each -> each.settledTo(ask.days())).toList();
    return settled.stream().allMatch(Optional::isPresent)
        ? settled.stream().flatMap(Optional::stream).min(Instant::compareTo)
        : Optional.empty();
  }

  /** The days asked for that are over. */
  public Optional<Days> over() {
    Days days = ask.days();
    return days.from().isBefore(today)
        ? Optional.of(days.within(new Days(days.from(), today)))
        : Optional.empty();
  }

  /** Whether every day that is over was collected from everywhere. */
  public boolean isWhole() {
    return over().stream()
        .flatMap(days -> collected.stream().flatMap(each -> each.missing(days).stream()))
        .findAny()
        .isEmpty();
  }

  /** What was left out on purpose when collecting. */
  public Stream<String> filters() {
    return collected.stream().flatMap(each -> each.filters(ask.days())).distinct();
  }

  static BigDecimal sum(Stream<BigDecimal> amounts) {
    return amounts.reduce(NOTHING, BigDecimal::add);
  }
}
