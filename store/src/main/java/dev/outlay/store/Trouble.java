package dev.outlay.store;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.KeepFailed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Turns what the engine says into what a person can do; its own words and paths stay inside. */
record Trouble(Path file) {
  /** What is known to go wrong, by a word of the engine's message. */
  private enum Known {
    FULL(
        "no space left|disk quota|not enough space|out of disk|file too large",
        "the disk is full",
        "Nothing was lost: free some space and run the same command again."),
    READ_ONLY(
        "permission denied|read-only|operation not permitted",
        "the file or its folder may not be written",
        "Allow writing there, or name another file with --store."),
    MEMORY(
        "out of memory|failed to allocate|failed to pin",
        "the memory allowed to the store was not enough",
        "Raise the store's memory setting, or load a shorter span."),
    NEWER(
        "newer version of duckdb|storage version",
        "the file was written by a newer version",
        "Use the newer version, or name another file with --store."),
    NOT_OURS(
        "not a valid duckdb|magic bytes",
        "the file is not a store",
        "Name another file with --store."),
    BROKEN(
        "corrupt|checksum|truncated|could not read enough|serialization error|fatal error|invalidated",
        "the file is damaged",
        "Restore it from a backup, or move it away and collect again."),
    GONE(
        "connection was closed|connection error|has been closed|cannot open file|no such file",
        "the store is not open",
        "Open it again.");

    private final String signs;
    private final String came;
    private final String advice;

    Known(String signs, String came, String advice) {
      this.signs = signs;
      this.came = came;
      this.advice = advice;
    }

    boolean seenIn(String message) {
      return Arrays.stream(signs.split("\\|")).anyMatch(message::contains);
    }
  }

  String name() {
    return "store " + file;
  }

  KeepFailed because(String tried, String came, String advice) {
    return new KeepFailed(Attempt.to(tried, name(), ""), came, advice);
  }

  /** The failure itself where it is one already. */
  RuntimeException of(String tried, Throwable cause) {
    return switch (cause) {
      case Failure failure -> failure;
      case StoreBusy busy -> busy;
      case QueryRefused refused -> refused;
      case Passed passed -> passed.reason();
      case Misfit misfit ->
          because(tried, String.valueOf(misfit.getMessage()), "Report it: it is a mistake.");
      default -> keepFailed(tried, cause);
    };
  }

  private KeepFailed keepFailed(String tried, Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    Attempt attempt = Attempt.to(tried, name(), "");
    return Arrays.stream(Known.values())
        .filter(known -> known.seenIn(message))
        .findFirst()
        .map(known -> new KeepFailed(attempt, known.came, known.advice, cause))
        .orElseGet(() ->
            new KeepFailed(
                attempt,
                "the engine refused it",
                "Run again with --debug and report what it shows.",
                cause));
  }
}
