package dev.outlay.access.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts.
 *
 * @param idle without a request
 * @param longest at all
 */
public record Lifetime(Duration idle, Duration longest) {
  boolean over(Session session, Instant now) {
    return !now.isBefore(session.seenAt().plus(idle))
        || !now.isBefore(session.startedAt().plus(longest));
  }

  /** Not at every request: each time is a write. */
  boolean worthNoting(Session session, Instant now) {
    return now.isAfter(session.seenAt().plus(idle.dividedBy(24)));
  }
}
