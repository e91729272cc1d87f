package dev.outlay.ask.spend;

import java.util.List;
import java.util.Optional;

/**
 * A question about spend.
 *
 * @param by what it is broken down by; may be empty
 * @param days which days
 * @param grain how time is broken down, if at all
 * @param compare whether the same number of days before is asked for too
 * @param limit how many groups are told apart; the rest is one sum
 * @param currency amounts of others are never added, only mentioned
 */
public record SpendAsk(
    List<Dimension> by,
    Days days,
    Optional<Grain> grain,
    boolean compare,
    int limit,
    String currency) {
  public SpendAsk {
    by = List.copyOf(by);
  }

  /** The days that must be read to answer. */
  Days read() {
    return compare ? new Days(days.previous().from(), days.to()) : days;
  }
}
