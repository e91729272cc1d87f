package dev.outlay.export;

import dev.outlay.admin.Ticker;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Keeps one destination current, on a thread of its own: a moment after each commit it passes on
 * what is new; what fails is tried again ever less often, and keeps nobody waiting.
 */
final class Courier implements AutoCloseable {
  /** Commits come in flocks; one passage is enough for all of them. */
  private static final Duration GATHERING = Duration.ofSeconds(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Exports exports;
  private final Named destination;
  private final Ticker ticker;
  private final Semaphore news = new Semaphore(1);
  private final Thread thread;
  private volatile Standing standing;
  private volatile Optional<Instant> behindSince;
  private volatile Optional<Instant> newsSince = Optional.empty();
  private Duration pause = FIRST_PAUSE;

  private Courier(Exports exports, Named destination, Ticker ticker) {
    this.exports = exports;
    this.ticker = ticker;
    this.destination = destination;
    this.standing = Standing.first(destination);
    this.behindSince = Optional.of(exports.clock().instant());
    this.thread =
        Thread.ofVirtual().name("outlay-courier-" + destination.name()).unstarted(this::work);
  }

  static Courier begin(Exports exports, Named destination, Ticker ticker) {
    Courier courier = new Courier(exports, destination, ticker);
    courier.thread.start();
    return courier;
  }

  /** There is something new. */
  void tell() {
    Optional<Instant> now = Optional.of(exports.clock().instant());
    behindSince = behindSince.or(() -> now);
    newsSince = newsSince.or(() -> now);
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  Standing standing() {
    return standing.behind(behindSince);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      boolean _ = thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      while (true) {
        news.acquire();
        news.drainPermits();
        pass();
        ticker.sleep(standing.failure().isPresent() ? nextPause() : GATHERING);
      }
    } catch (InterruptedException | Interrupted _) {
      // That is how it ends.
    }
  }

  private void pass() throws InterruptedException {
    newsSince = Optional.empty();
    standing = standing.busy();
    Optional<String> failure = attempt();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (failure.isPresent()) {
      news.release();
    } else {
      pause = FIRST_PAUSE;
      behindSince = newsSince;
    }
    standing = standing.ended(failure, exports.clock().instant());
  }

  private Optional<String> attempt() {
    try {
      List<Passed> passed = exports.current(destination, this::count);
      return passed.stream()
          .flatMap(each -> each.failure().stream())
          .map(failure -> String.valueOf(failure.getMessage()))
          .findFirst();
    } catch (Failure | WrongUse e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void count(Passed passed) {
    standing = standing.wrote(passed);
  }

  private Duration nextPause() {
    Duration now = pause;
    pause = now.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? now.multipliedBy(2) : LONGEST_PAUSE;
    return now;
  }
}
