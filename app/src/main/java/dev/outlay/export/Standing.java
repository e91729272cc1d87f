package dev.outlay.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How it stands with one destination. Times are UTC.
 *
 * @param name its name
 * @param address where it is, without what is secret
 * @param format in which form
 * @param state in one word
 * @param current when it was last known to be current
 * @param behindSince when the oldest commit came that it does not have; empty where it has all
 * @param failure why the last try failed, with advice
 * @param written rows added, changed and taken away there since the start
 */
public record Standing(
    String name,
    String address,
    String format,
    State state,
    Optional<Instant> current,
    Optional<Instant> behindSince,
    Optional<String> failure,
    long written) {
  /** In one word. */
  public enum State {
    WAITING,
    PASSING,
    CURRENT,
    FAILING
  }

  static Standing first(Named destination) {
    return new Standing(
        destination.name(),
        shown(destination),
        destination.format(),
        State.WAITING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  Standing busy() {
    return with(State.PASSING, current, failure);
  }

  Standing ended(Optional<String> why, Instant now) {
    return why.isPresent()
        ? with(State.FAILING, current, why)
        : with(State.CURRENT, Optional.of(now), Optional.empty());
  }

  Standing behind(Optional<Instant> since) {
    return new Standing(name, address, format, state, current, since, failure, written);
  }

  /** In one line, for people. */
  public String line(Instant now) {
    String behind =
        behindSince
            .map(since ->
                "behind for " + Math.max(0, Duration.between(since, now).toSeconds()) + " s")
            .orElse("has everything");
    String last = current.map(at -> "last at " + at).orElse("never yet");
    return String.join(
            "  ",
            name,
            address,
            state.name().toLowerCase(Locale.ROOT),
            behind,
            last,
            failure.orElse(""))
        .strip();
  }

  Standing wrote(Passed passed) {
    long rows = passed.changes().added() + passed.changes().changed() + passed.changes().closed();
    return new Standing(
        name, address, format, state, current, behindSince, failure, written + rows);
  }

  private Standing with(State next, Optional<Instant> at, Optional<String> why) {
    return new Standing(name, address, format, next, at, behindSince, why, written);
  }

  private static String shown(Named destination) {
    try {
      return Kinds.address(destination.to()).toString();
    } catch (RuntimeException _) {
      return "an address that cannot be read";
    }
  }
}
