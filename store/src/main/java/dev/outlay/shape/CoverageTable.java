package dev.outlay.shape;

import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;
import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Labelled;
import dev.outlay.store.Answers;
import dev.outlay.store.Literal;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of which time: whoever asks a copy needs it to tell settled figures from
 * provisional ones, and nothing used from nothing collected. Small, and always passed on whole.
 */
public final class CoverageTable implements Shape {
  public static final String NAME = "coverage";

  private static final Table TABLE =
      new Table(
          NAME,
          "What was collected: what is in no span was not.",
          Stream.concat(
                  Labelled.labels(),
                  Stream.of(
                      column("dataset", TEXT, "Its name."),
                      column("bucket_width", TEXT, "The bucket width, or empty."),
                      column("grouped_by", TEXT, "The dimensions asked for, or empty."),
                      column("filter", TEXT, "The filter in force, or empty."),
                      column("span_start", INSTANT, "The first instant that is known (UTC)."),
                      column("span_end", INSTANT, "The first that is not (UTC)."),
                      new Column(
                          "read_at", INSTANT, Column.Role.REMARK, "When it was last read (UTC)."),
                      column("settled_to", INSTANT, "Before it nothing changes in the usual way.")))
              .toList(),
          Table.Twins.EQUAL_ONLY);

  /** What tells a span from the others, with its length, so that no two read the same. */
  private static final String ROW_ID =
      Stream.of("connection", "dataset", "bucket_width", "grouped_by", "filter")
          .map(name -> "length(%s) || ':' || %s".formatted(name, name))
          .collect(joining(" || ", "md5(", " || '|' || epoch_us(span_start))"));

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public String form() {
    return "1";
  }

  @Override
  public Scope scope(String connection, Optional<Span> interval) {
    return Labelled.scope(Scope.EVERYTHING, connection);
  }

  @Override
  public void rows(Answers moment, String connection, Optional<Span> interval, RowSink into) {
    try (Batching rows = new Batching(TABLE, into)) {
      moment.query(select(connection, ROW_ID + " AS row_id, " + own()), rows);
    }
  }

  /** A number that is another when any of it is. */
  @Override
  public long newest(Answers moment, String connection) {
    String sum =
        "(coalesce(sum(hash(%s, settled_to, span_end)), 0) %% 1000000007)::BIGINT"
            .formatted(ROW_ID);
    return OneNumber.of(moment, select(connection, sum));
  }

  private static String own() {
    return TABLE.columns().stream()
        .skip(1)
        .map(column -> Literal.name(column.name()))
        .collect(joining(", "));
  }

  private static String select(String connection, String what) {
    return "SELECT " + what + " FROM coverage WHERE connection = " + Literal.of(connection);
  }

  private static Column column(String name, Type type, String meaning) {
    return new Column(name, type, false, meaning);
  }

  /** All tables of a store as they are, and this. */
  public static List<Shape> and(List<Table> stored) {
    return Stream.concat(
            stored.stream().<Shape>map(StoredTable::new), Stream.of(new CoverageTable()))
        .toList();
  }
}
