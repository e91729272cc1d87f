package dev.outlay.metric.catalogue;

import dev.outlay.metric.Entry.Reading;
import dev.outlay.metric.Metric;
import dev.outlay.metric.Moment;
import dev.outlay.metric.Sample;
import dev.outlay.store.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Samples by SQL: a column of text for each label, then the value as text, so that no digit is
 * lost. A label that is null is left out, as Prometheus has it for an empty one; a value that is
 * null is no sample.
 *
 * @param labels how many
 * @param sql of a moment
 * @param needed the tables it reads
 */
record SqlReading(int labels, Function<Moment, String> sql, List<String> needed)
    implements Reading {
  static SqlReading of(Metric metric, Function<Moment, String> sql, String... needed) {
    return new SqlReading(metric.labels().size(), sql, List.of(needed));
  }

  @Override
  public List<Sample> of(Moment moment) {
    return moment.lines(sql.apply(moment), needed.toArray(String[]::new)).stream()
        .flatMap(line -> sample(line).stream())
        .toList();
  }

  private Optional<Sample> sample(Line line) {
    return line.text(labels)
        .map(value ->
            new Sample(
                IntStream.range(0, labels).mapToObj(i -> line.text(i).orElse("")).toList(),
                new BigDecimal(value)));
  }
}
