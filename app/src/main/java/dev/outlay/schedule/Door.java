package dev.outlay.schedule;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Organization;
import dev.outlay.connection.Linked;
import dev.outlay.dataset.Width;
import dev.outlay.failure.Failure;
import dev.outlay.store.ConnectionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to one organisation. Whoever comes first asks whose the key is; while it is refused or
 * cannot be asked, everybody else is told so without a request. Safe for use by many threads.
 */
final class Door {
  /**
   * What is behind it.
   *
   * @param api keeps the organisation's allowances
   * @param row how the store knows it
   * @param ahead how far the server's clock is ahead of this machine's
   * @param asked when that was asked
   */
  record Open(AdminApi api, ConnectionRow row, Duration ahead, Instant asked) {}

  private final Parts parts;
  private final Linked linked;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<Open> open = Optional.empty();
  private int failed;
  private volatile boolean doubtful;
  private volatile Optional<Failure> failure = Optional.empty();
  private volatile Instant until = Instant.MIN;

  Door(Parts parts, Linked linked) {
    this.parts = parts;
    this.linked = linked;
  }

  Linked linked() {
    return linked;
  }

  /** What the connection is called in addresses now. */
  String address() {
    return open.map(each -> each.row().id()).orElseGet(linked::address);
  }

  /** Why it is shut, where it is. */
  Optional<Failure> failure() {
    return failure;
  }

  /** Nobody need come before. */
  Instant until() {
    return until;
  }

  /** Somebody did something about it: the next one asks again. */
  void knock() {
    until = Instant.MIN;
    doubtful = true;
  }

  /** A request was refused: perhaps the key is not good any more. */
  void doubt() {
    doubtful = true;
  }

  /**
   * What is behind it.
   *
   * @throws Failure where it is shut
   */
  Open open(Instant now) {
    asking.lock();
    try {
      if (failure.isPresent() && until.isAfter(now)) {
        throw failure.get();
      }
      return open.filter(each -> isFresh(each, now)).orElseGet(() -> ask(now));
    } finally {
      asking.unlock();
    }
  }

  private boolean isFresh(Open each, Instant now) {
    return !doubtful && each.asked.plus(Width.DAY).isAfter(now);
  }

  private Open ask(Instant now) {
    try {
      AdminApi api = open.map(Open::api).orElseGet(this::api);
      Organization organization = api.whoAmI();
      ConnectionRow row = parts.connections().met(linked, organization);
      Open fresh = new Open(api.as(row.id()), row, organization.ahead(), now);
      open = Optional.of(fresh);
      failure = Optional.empty();
      failed = 0;
      doubtful = false;
      return fresh;
    } catch (Failure reason) {
      shut(reason, now);
      throw reason;
    }
  }

  private void shut(Failure reason, Instant now) {
    if (!Thread.currentThread().isInterrupted()) {
      failed++;
      failure = Optional.of(reason);
      until =
          now.plus(
              reason instanceof Failure.Retry ? Backoff.after(failed, reason) : Backoff.REFUSED);
    }
  }

  private AdminApi api() {
    return AdminApi.on(
        parts.connections().keyring().line(),
        linked.reach().settings(),
        linked.selection(),
        parts.clock(),
        parts.ticker());
  }
}
