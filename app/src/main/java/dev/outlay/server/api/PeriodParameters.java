package dev.outlay.server.api;

import dev.outlay.ask.Period;
import dev.outlay.ask.Stretch;
import dev.outlay.server.Call;
import dev.outlay.server.Parameter;
import dev.outlay.table.Span;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Which time is asked about, where it is no ask. */
final class PeriodParameters {
  static final Parameter<ZoneId> ZONE =
      Parameter.of(
          "zone",
          "The time zone of days, such as Europe/Berlin; UTC without it.",
          "a time zone such as Europe/Berlin",
          ZoneId::of);

  private PeriodParameters() {}

  static Parameter<String> period(String usual) {
    return Parameter.text(
        "period",
        "today, yesterday, 24h, 7d, 30d, mtd and the like, 2026-11-01..2026-11-30 (the last day included),"
            + " or instant..instant (the end excluded); "
            + usual
            + " without it.");
  }

  static Span span(Call call, String usual) {
    Stretch stretch =
        new Period(call.get(period(usual), usual)).at(call.at(), call.get(ZONE, ZoneOffset.UTC));
    return new Span(stretch.from(), stretch.to());
  }

  /** What an answer depends on besides the store: its time, and what of that is over. */
  static String moment(Call call, String usual, ChronoUnit grain) {
    return span(call, usual) + " " + call.at().truncatedTo(grain);
  }
}
