package dev.outlay.shape.focus;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
import java.util.Optional;

/** Which days of the bill were read. */
final class BillDays {
  private BillDays() {}

  /**
   * How many days of the period were not, added up over connections; without a period, how many
   * between the first and the last that were.
   */
  static long missing(Answers answers, Optional<Span> period) {
    String from = period.map(span -> Literal.of(span.start())).orElse("min(span_start)");
    String to = period.map(span -> Literal.of(span.end())).orElse("max(span_end)");
    String days =
        """
        SELECT coalesce(sum(days), 0)::BIGINT FROM (SELECT (epoch(%1$s) - epoch(%2$s) - sum(greatest(0,
          epoch(least(span_end, %3$s)) - epoch(greatest(span_start, %4$s))))) / 86400 AS days
          FROM coverage WHERE dataset = 'cost_report' AND span_start IS NOT NULL GROUP BY connection)\
        """
            .formatted(
                to,
                from,
                period.map(_ -> to).orElse("span_end"),
                period.map(_ -> from).orElse("span_start"));
    return Line.of(answers, days).getFirst().number(0).orElse(0L);
  }
}
