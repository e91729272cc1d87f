package dev.outlay.cli.screen;

import java.time.Duration;

/** Times for people. */
public final class Times {
  private Times() {}

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
  public static String of(Duration time) {
    if (time.compareTo(Duration.ofSeconds(10)) < 0) {
      return time.toSeconds() + "." + time.toMillisPart() / 100 + " s";
    }
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return time.toSeconds() + " s";
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min " + twoDigits(time.toSecondsPart()) + " s"
        : time.toHours() + " h " + twoDigits(time.toMinutesPart()) + " min";
  }

  /** The same, not more exact than a guess is. */
  public static String about(Duration time) {
    return time.compareTo(Duration.ofMinutes(1)) < 0
        ? Math.max(1, time.toSeconds()) + " s"
        : time.toMinutes() < 90
            ? (time.toSeconds() + 30) / 60 + " min"
            : (time.toMinutes() + 30) / 60 + " h";
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
