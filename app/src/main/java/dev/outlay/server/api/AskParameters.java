package dev.outlay.server.api;

import dev.outlay.server.Parameter;
import java.util.List;

/** What an ask takes, in the address bar as on the command line. */
final class AskParameters {
  static final Parameter<String> MEASURES =
      Parameter.text("measures", "Names of measures with commas: cost,tokens.")
          .must()
          .example("cost");
  static final Parameter<String> BY =
      Parameter.text("by", "Names of dimensions with commas: model,workspace.");
  static final Parameter<String> WHERE =
      Parameter.text(
          "where",
          "Conditions: model = a, b and workspace != Research or key_owner is empty; = != ~ (contains)"
              + " !~, is empty, is not empty; and binds tighter than or.");
  static final Parameter<String> GRAIN =
      Parameter.oneOf(
          "grain",
          "How time is cut; without it there is one row a group.",
          List.of("minute", "hour", "day", "week", "month"));
  static final Parameter<String> PERIOD =
      Parameter.text(
          "period",
          "today, yesterday, 24h, 7d, 30d, 90d, 365d, mtd, last_month, qtd, ytd, other numbers of hours"
              + " and days, 2026-11-01..2026-11-30 (the last day included), or instant..instant (the end"
              + " excluded); 30d without it.");
  static final Parameter<String> ZONE =
      Parameter.text("zone", "The time zone of days, such as Europe/Berlin; UTC without it.");
  static final Parameter<String> COMPARE =
      Parameter.text("compare", "previous, last_month (the same days), or 2026-10-01..2026-10-31.");
  static final Parameter<String> ORDER =
      Parameter.text(
          "order",
          "A measure, a dimension or time, with - before it for the largest first; the first measure,"
              + " largest first, without it.");
  static final Parameter<Integer> LIMIT =
      Parameter.number(
          "limit", "How many groups; the others are one row more. All without it.", 1, 10_000);
  static final Parameter<String> AS_OF =
      Parameter.text("as_of", "What was believed at the end of that UTC day: 2026-11-03.");

  static final List<Parameter<?>> ALL =
      List.of(MEASURES, BY, WHERE, GRAIN, PERIOD, ZONE, COMPARE, ORDER, LIMIT, AS_OF);

  private AskParameters() {}
}
