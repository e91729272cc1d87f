package dev.outlay.store;

import java.time.Duration;

/**
 * How long a user's query may take.
 *
 * @param time after which it is stopped
 */
public record QueryLimits(Duration time) {
  public static final QueryLimits DEFAULT = new QueryLimits(Duration.ofSeconds(60));
}
