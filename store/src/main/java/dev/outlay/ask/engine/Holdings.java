package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Relation;
import dev.outlay.store.Answers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What there is.
 *
 * @param place where
 * @param tables their names
 * @param connections every connection of which anything was collected, by name
 * @param parts the spans that were read
 */
record Holdings(Place place, Set<String> tables, Set<String> connections, List<Part> parts) {
  /** A span that was read; {@code filter} is empty or says which rows of it were kept. */
  record Part(
      String connection,
      Series series,
      Instant start,
      Instant end,
      Instant settledTo,
      String filter) {
    boolean touches(Instant from, Instant to) {
      return start.isBefore(to) && end.isAfter(from);
    }
  }

  private static final String COVERAGE = "coverage";

  private static final List<String> SPANS =
      List.of(
          "connection",
          "dataset",
          "bucket_width",
          "grouped_by",
          "span_start",
          "span_end",
          "settled_to",
          "filter");

  static Holdings of(Answers answers, Place place) {
    Holdings holdings = new Holdings(place, new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    Fetched.each(
        answers, place.dialect().tables(), row -> row.textIfAny(0).ifPresent(holdings.tables::add));
    if (holdings.tables.contains(COVERAGE)) {
      Fetched.each(answers, place.dialect().sql(spans()), holdings::add);
    }
    return holdings;
  }

  /** Each once, with those of which there is no span: what is a list has none. */
  private static Relation spans() {
    return new Relation.Grouped(
        new Relation.Scan("", COVERAGE),
        SPANS.stream().map(each -> new Relation.Named(each, Expr.column(each))).toList(),
        List.of());
  }

  private void add(Fetched row) {
    String connection = row.textIfAny(0).orElse("");
    connections.add(connection);
    for (Data data : Data.values()) {
      if (row.time(4).isPresent() && data.coverage().equals(row.text(1))) {
        parts.add(part(row, connection, data));
      }
    }
  }

  private static Part part(Fetched row, String connection, Data data) {
    Series series =
        new Series(
            data,
            data.hasWidths() ? row.textIfAny(2).orElse("") : "",
            data.hasCuts() ? row.textIfAny(3).orElse("") : "");
    Instant start = row.time(4).orElseThrow();
    return new Part(
        connection,
        series,
        start,
        row.time(5).orElseThrow(),
        row.time(6).orElse(start),
        row.textIfAny(7).orElse(""));
  }

  /** What was read of a series, by whomever. */
  Stream<Part> of(Series series) {
    return parts.stream().filter(part -> part.series.equals(series));
  }

  /** The series of a dataset of which anything was read. */
  List<Series> series(Data data) {
    return parts.stream()
        .map(Part::series)
        .filter(series -> series.data() == data && tables.contains(data.table()))
        .distinct()
        .toList();
  }
}
