package dev.outlay.ask.engine;

import dev.outlay.ask.Answer.Missing;
import dev.outlay.ask.Answer.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What must be known to read an answer. */
record Notes(Sheet sheet, List<Missing> missing) {
  List<Note> all() {
    List<Note> notes = new ArrayList<>();
    utcDays(notes);
    utcHours(notes);
    estimated(notes);
    assumed(notes);
    unpriced(notes);
    filters(notes);
    return notes;
  }

  private void utcDays(List<Note> notes) {
    String moved =
        sheet.plan().series().stream()
            .filter(sheet.question()::isMoved)
            .map(series -> series.data().table())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!moved.isEmpty()) {
      notes.add(
          new Note(
              "utc_days",
              "Days of " + moved + " are UTC days, whatever the zone: the API gives no others."));
    }
  }

  private void utcHours(List<Note> notes) {
    Duration hour = Duration.ofHours(1);
    sheet.plan().series().stream()
        .filter(series -> series.data().hasWidths() && series.length().equals(hour))
        .filter(series -> !sheet.question().buckets(series).isMadeOf(hour))
        .map(series -> series.data().table())
        .distinct()
        .forEach(table ->
            notes.add(
                new Note(
                    "utc_hours",
                    "Hours of "
                        + table
                        + " are whole UTC hours: one that crosses midnight of this zone counts to"
                        + " the day in which it begins.")));
  }

  private void estimated(List<Note> notes) {
    if (sheet.cube().isEstimated(Level.TOTAL, Key.TOTAL)) {
      notes.add(
          new Note(
              "estimated",
              "Cost from "
                  + sheet.cube().estimatedFrom()
                  + " on is not billed yet: it is estimated, tokens times prices."));
    }
  }

  /** Prices depend on what a cut may not tell apart. */
  private void assumed(List<Note> notes) {
    String assumed =
        sheet
            .plan()
            .priced(sheet.cube().isEstimated(Level.TOTAL, Key.TOTAL))
            .flatMap(series -> Choosing.PRICING.stream().filter(column -> !series.holds(column)))
            .distinct()
            .map(column -> column.replace('_', ' '))
            .collect(Collectors.joining(", "));
    if (!assumed.isEmpty()) {
      notes.add(
          new Note(
              "assumed",
              "The usage read does not tell apart "
                  + assumed
                  + ": prices are those of the usual."));
    }
  }

  private void unpriced(List<Note> notes) {
    if (sheet.cube().unpriced().signum() != 0) {
      notes.add(
          new Note(
              "unpriced",
              "%s tokens of %s have no known price and are not in the estimate."
                  .formatted(
                      sheet.cube().unpriced().toPlainString(),
                      String.join(", ", sheet.pricing().unknown()))));
    }
  }

  private void filters(List<Note> notes) {
    sheet.plan().series().stream()
        .flatMap(series ->
            sheet
                .known()
                .coverage(series)
                .filters(sheet.known().from(series, -1), sheet.known().to(series, -1)))
        .distinct()
        .forEach(filter ->
            notes.add(
                new Note(
                    "collected_with_filter",
                    "Collected with a filter, so not everything is in it: " + filter + ".")));
  }
}
