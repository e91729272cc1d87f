package dev.outlay.price;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The UTC days for which something holds.
 *
 * @param from the first; empty for always before
 * @param to the last; empty for until further notice
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
  static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  /** Whether it holds on that day. */
  public boolean holds(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The days on which something begins to hold, or no longer does. */
  Stream<LocalDate> changes() {
    return Stream.concat(from.stream(), to.map(last -> last.plusDays(1)).stream());
  }
}
