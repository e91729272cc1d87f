package dev.outlay.ask;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question, in names only; whether they exist is known to who answers. Safe to keep and to use
 * as the key of a cache, together with the version of the store and the day.
 *
 * @param measures what is counted, at least one
 * @param by what it is broken down by
 * @param where which rows count
 * @param grain how time is broken down, if at all
 * @param period which time
 * @param zone whose days and hours are meant
 * @param compare with which other time
 * @param order of the groups; else the first measure, the largest first
 * @param limit how many groups are told apart; the rest is one row a bucket
 * @param asOf as was known at the end of that UTC day, or now
 */
public record Ask(
    List<String> measures,
    List<String> by,
    Filter where,
    Optional<Grain> grain,
    Period period,
    ZoneId zone,
    Optional<Comparison> compare,
    Optional<Order> order,
    Optional<Integer> limit,
    Optional<LocalDate> asOf) {
  public Ask {
    measures = measures.stream().distinct().toList();
    by = by.stream().distinct().toList();
    if (measures.isEmpty()) {
      throw new AskFault("nothing is asked for: name a measure, such as cost");
    }
    if (limit.filter(most -> most < 1).isPresent()) {
      throw new AskFault("limit must be at least 1");
    }
  }

  /** A measure over a period, in UTC, not broken down. */
  public static Ask of(String measure, String period) {
    return new Ask(
        List.of(measure),
        List.of(),
        Filter.NONE,
        Optional.empty(),
        new Period(period),
        ZoneOffset.UTC,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Reads the texts of an address, a command line or a file: {@code measures}, {@code by}, {@code
   * where}, {@code grain}, {@code period}, {@code zone}, {@code compare}, {@code order}, {@code
   * limit}, {@code as_of}. Blank is the same as absent.
   *
   * @throws AskFault which names the word that cannot be read
   */
  public static Ask of(Map<String, String> texts) {
    return new AskTexts(texts).ask();
  }

  /** The texts it is written in, canonical, without those that would say the default. */
  public Map<String, String> texts() {
    return AskTexts.of(this);
  }

  /** What follows the question mark of an address. */
  public String query() {
    return AskTexts.query(texts());
  }

  /** The command that asks the same. */
  public String commandLine() {
    return AskTexts.commandLine(texts());
  }

  public Ask withMeasures(List<String> others) {
    return new Ask(others, by, where, grain, period, zone, compare, order, limit, asOf);
  }

  public Ask withBy(List<String> others) {
    return new Ask(measures, others, where, grain, period, zone, compare, order, limit, asOf);
  }

  public Ask withWhere(Filter other) {
    return new Ask(measures, by, other, grain, period, zone, compare, order, limit, asOf);
  }

  public Ask withGrain(Optional<Grain> other) {
    return new Ask(measures, by, where, other, period, zone, compare, order, limit, asOf);
  }

  public Ask withPeriod(Period other) {
    return new Ask(measures, by, where, grain, other, zone, compare, order, limit, asOf);
  }

  public Ask withZone(ZoneId other) {
    return new Ask(measures, by, where, grain, period, other, compare, order, limit, asOf);
  }

  public Ask withCompare(Optional<Comparison> other) {
    return new Ask(measures, by, where, grain, period, zone, other, order, limit, asOf);
  }

  public Ask withOrder(Optional<Order> other) {
    return new Ask(measures, by, where, grain, period, zone, compare, other, limit, asOf);
  }

  public Ask withLimit(Optional<Integer> other) {
    return new Ask(measures, by, where, grain, period, zone, compare, order, other, asOf);
  }

  public Ask withAsOf(Optional<LocalDate> other) {
    return new Ask(measures, by, where, grain, period, zone, compare, order, limit, other);
  }
}
