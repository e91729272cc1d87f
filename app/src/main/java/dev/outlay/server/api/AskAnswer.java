package dev.outlay.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outlay.server.Says;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Says("The answer to an ask.")
record AskAnswer(
    @Says("The ask in its canonical form.") AskText ask,
    @Says("What time it is about.") AskPeriod period,
    @Says("What time it is compared with.") Optional<AskPeriod> compared,
    @Says("The store's version it was made from.") long version,
    @Says("Up to when nothing changes any more.") Optional<Instant> settledThrough,
    @Says("Of rows: time first, then dimensions, then measures.") List<AskColumn> columns,
    @Says("By time, then in the order asked for.") List<AskRow> rows,
    AskTotals totals,
    @Says("What was not collected of the time asked about.") List<MissingSpan> missing,
    @Says("What one should know to read it.") List<AskNote> notes,
    @Says("Where each measure came from.") List<AskSource> sources) {

  @Says("An ask in canonical texts.")
  record AskText(
      List<String> measures,
      List<String> by,
      String where,
      Optional<String> grain,
      String period,
      String zone,
      Optional<String> compare,
      Optional<String> order,
      Optional<Integer> limit,
      Optional<String> asOf) {}

  @Says("A span of time.")
  record AskPeriod(
      @Says("Its begin.") Instant from,
      @Says("Its end, excluded.") Instant to,
      @Says("For people.") String text) {}

  /** What a column holds. */
  enum ColumnKind {
    TIME,
    DIMENSION,
    MEASURE
  }

  @Says("One column of an answer.")
  record AskColumn(
      @Says("As in the ask.") String name,
      ColumnKind kind,
      @Says("For people.") String title,
      @Says("USD, tokens, requests, ratio, …; of measures.") Optional<String> unit,
      @Says("How to write it: money, count, percent, rate.") Optional<String> format,
      Optional<String> meaning,
      Optional<String> formula,
      @Says("Where it comes from.") Optional<String> dataset) {}

  @Says("One group, at one time where there is a grain.")
  record AskRow(
      @Says("The begin of its time.") Optional<Instant> time,
      @Says("One for each dimension; none in the row of the others.") List<AskGroup> groups,
      @Says("One for each measure: decimals as texts, whole numbers as numbers, null for unknown.")
          List<@Nullable Object> values,
      @Says("The same of the time compared with.") Optional<List<@Nullable Object>> previous,
      @Says("True where it may still change.") Optional<Boolean> provisional,
      @Says("True where some of it is an estimate.") Optional<Boolean> estimated,
      @Says("In the row of the others: how many groups it stands for.") Optional<Integer> others) {}

  @Says("A value of a dimension.")
  record AskGroup(
      @Says("Its id; null where there is none, which is a group of its own.")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String id,
      @Says("What people call it.") String name) {}

  @Says("Over all rows, those left out too.")
  record AskTotals(
      List<@Nullable Object> values,
      Optional<List<@Nullable Object>> previous,
      @Says("True where some of the time was not collected.") Optional<Boolean> partial,
      @Says("True where some of it is an estimate.") Optional<Boolean> estimated) {}

  @Says("What was not collected.")
  record MissingSpan(String connection, String dataset, Instant from, Instant to) {}

  @Says("A remark.")
  record AskNote(@Says("For programs.") String code, @Says("For people.") String text) {}

  @Says("Where a measure came from.")
  record AskSource(
      String measure,
      String dataset,
      @Says("Of its buckets: 1d, 1h, 1m.") Optional<String> width,
      @Says("What its rows were grouped by.") Optional<String> cut,
      @Says("How many rows it was made of.") Optional<Long> rows,
      @Says("Whether all of it is settled.") boolean settled) {}
}
