package dev.outlay.cli.output;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Tells a reader that has seen enough ({@code | head}) from output that was lost. */
final class ReaderGone {
  private ReaderGone() {}

  /** Does nothing when the reader went away; throws when something is wrong. */
  static void orFailure(UncheckedIOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    // The system's words for EPIPE, which every translation of them has this word in.
    if (!message.contains("pipe")) {
      throw new KeepFailed(
          Attempt.to("writing the result", "standard output", ""),
          "it could not be written",
          "See that what it is sent to has room.",
          e);
    }
  }
}
