package dev.outlay.access.session;

import java.time.Instant;

/**
 * Somebody signed in with one browser.
 *
 * @param account whose
 * @param generation of the account when they signed in; void once it has another
 * @param startedAt when they did
 * @param seenAt when they were last here, to within a fraction of the idle time
 */
public record Session(String account, long generation, Instant startedAt, Instant seenAt) {
  Session seen(Instant at) {
    return new Session(account, generation, startedAt, at);
  }
}
