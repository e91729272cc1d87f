package dev.outlay.cli.progress;

import dev.outlay.sync.Status;

/** What a status is called in front of people. */
final class StatusText {
  private StatusText() {}

  static String of(Status status) {
    return switch (status) {
      case OK -> "done";
      case NOT_ENTITLED -> "not entitled";
      case HELD -> "held";
      case FAILED -> "failed";
      case REFUSED -> "refused";
      case INTERRUPTED -> "interrupted";
    };
  }
}
