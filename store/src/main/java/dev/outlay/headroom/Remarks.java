package dev.outlay.headroom;

import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds for all figures of one connection.
 *
 * @param whole whether all of the organisation may be seen; models of elsewhere are not named
 */
record Remarks(Span period, Instant now, boolean whole) {
  /** What is younger may just not have come in yet. */
  private static final Duration LATE = Duration.ofMinutes(90);

  List<Note> of(String connection, Measured measured) {
    List<Note> notes = new ArrayList<>();
    measured.pick().ifPresent(pick -> of(pick, notes));
    if (whole && !measured.strangers().isEmpty()) {
      notes.add(
          new Note(
              "no_group",
              connection
                  + ": no limit is known for "
                  + String.join(", ", measured.strangers())
                  + ", whose use is in none of these figures"));
    }
    return notes;
  }

  private void of(Pick pick, List<Note> notes) {
    String unit = pick.isMinute() ? "minute" : "hour";
    if (!pick.has("service_tier")) {
      notes.add(
          new Note(
              "batch_included",
              pick.connection()
                  + ": batches have limits of their own, but the usage collected by "
                  + unit
                  + " does not tell them apart, so their tokens are in these figures"));
    }
    if (pick.filtered()) {
      notes.add(
          new Note(
              "filtered",
              pick.connection()
                  + ": only some of the usage is collected, so true use may be higher"));
    }
    missing(pick, unit, notes);
  }

  private void missing(Pick pick, String unit, List<Note> notes) {
    Instant end = now.minus(LATE).isBefore(period.end()) ? now.minus(LATE) : period.end();
    Span.of(period.start(), end)
        .map(span -> Duration.between(span.start(), span.end()).minus(pick.time()))
        .filter(missing -> missing.compareTo(pick.length()) > 0)
        .ifPresent(missing ->
            notes.add(
                new Note(
                    "not_collected",
                    "%s: about %d hours of the period were not collected by the %s"
                        .formatted(pick.connection(), Math.max(1, missing.toHours()), unit))));
  }
}
