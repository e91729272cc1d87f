package dev.outlay.schedule;

import dev.outlay.failure.Failure;
import dev.outlay.sync.DatasetReport;
import java.time.Duration;
import java.time.Instant;

/** How a run ended, by what follows from it for the next. */
sealed interface Outcome {
  /** It went as it should. */
  record Good() implements Outcome {}

  /** The organisation does not have it. */
  record NotEntitled(Failure failure) implements Outcome {}

  /** It failed; the other side may have said how long it wants to be left alone. */
  record Failed(Failure failure) implements Outcome {}

  /** The key may not read it. */
  record Refused(Failure failure) implements Outcome {}

  /** It was not tried, since its connection cannot be reached before that time. */
  record Shut(Instant until) implements Outcome {}

  /** It was cut short by us. */
  record Interrupted() implements Outcome {}

  static Outcome of(DatasetReport report) {
    return switch (report.status()) {
      case OK, HELD -> new Good();
      case NOT_ENTITLED -> new NotEntitled(worst(report));
      case FAILED -> new Failed(worst(report));
      case REFUSED -> new Refused(worst(report));
      case INTERRUPTED -> new Interrupted();
    };
  }

  static Outcome of(Failure failure) {
    return switch (failure) {
      case Failure.Refused _ -> new Refused(failure);
      case Failure.NotEntitled _ -> new NotEntitled(failure);
      case Failure.Retry _, Failure.Unreadable _, Failure.KeepFailed _ -> new Failed(failure);
    };
  }

  /** How long the other side asked to be left alone. */
  static Duration asked(Failure failure) {
    return failure instanceof Failure.Retry retry
        ? retry.after().orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static Failure worst(DatasetReport report) {
    return report.failures().getFirst();
  }
}
