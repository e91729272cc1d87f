package dev.outlay.metric;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The history of a store's counters: all of one moment of it. Unlike counters that are scraped they
 * are not kept from falling: of each day they tell what is known of it now.
 *
 * @param answers of the store
 * @param entries of which the counters are told
 */
public record StoreHistory(Answers answers, List<Entry> entries) implements History {
  private static final Duration DAY = Duration.ofDays(1);

  @Override
  public Optional<Span> known() {
    return Tables.of(answers).has("coverage") ? known(answers) : Optional.empty();
  }

  private static Optional<Span> known(Answers answers) {
    String sql =
        """
        SELECT min(span_start), max(settled_to) FROM coverage
        WHERE dataset IN ('usage_report', 'cost_report') AND bucket_width = '1d'\
        """;
    Line line = Line.of(answers, sql).getFirst();
    return line.instant(0).flatMap(from -> line.instant(1).flatMap(to -> Span.of(from, to)));
  }

  @Override
  public void read(Span span, Reader reader) {
    try (Answers snapshot = answers.snapshot()) {
      Moment moment = new Moment(snapshot, span.end());
      for (Instant end = firstEnd(span); !end.isAfter(span.end()); end = end.plus(DAY)) {
        Moment then = moment.until(end);
        reader.take(end, counters().map(entry -> entry.at(then)).toList());
      }
    }
  }

  private static Instant firstEnd(Span span) {
    Instant day = span.start().truncatedTo(ChronoUnit.DAYS);
    return day.plus(DAY);
  }

  private Stream<Entry> counters() {
    return entries.stream().filter(entry -> entry.metric().type() == MetricType.COUNTER);
  }
}
