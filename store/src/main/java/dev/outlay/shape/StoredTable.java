package dev.outlay.shape;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Identity;
import dev.outlay.destination.Labelled;
import dev.outlay.store.Answers;
import dev.outlay.store.Literal;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * A table of the store as it is: {@code row_id} and the connection's name before its own columns,
 * the rows that are known now, and exactly what changed since a load.
 */
public record StoredTable(Table stored) implements Shape {
  private static final String OPEN = " AND known_to IS NULL";

  @Override
  public Table table() {
    return Labelled.label(stored);
  }

  @Override
  public String form() {
    return Identity.of(stored.columns().stream().map(column -> column.name() + column.type()));
  }

  @Override
  public Scope scope(String connection, Optional<Span> interval) {
    return Labelled.scope(new Scope(during(interval)), connection);
  }

  @Override
  public void rows(Answers moment, String connection, Optional<Span> interval, RowSink into) {
    ask(moment, "SELECT " + cells() + from(scope(connection, interval)) + OPEN, table(), into);
  }

  @Override
  public long newest(Answers moment, String connection) {
    return OneNumber.of(moment, "SELECT coalesce(max(load_seq), 0)" + all(connection));
  }

  /** A version that closed after it, and has none open, is a row that went. */
  @Override
  public boolean changes(Answers moment, String connection, long after, ChangeSink into) {
    String later = all(connection) + " AND load_seq > " + after;
    String gone =
        "SELECT row_id%s FROM (SELECT row_id%s AND known_to IS NOT NULL EXCEPT SELECT row_id%s)"
            .formatted(", NULL".repeat(table().columns().size() - 1), later, later + OPEN);
    ask(moment, gone, table(), into::gone);
    ask(moment, "SELECT " + cells() + later + OPEN, table(), into);
    return true;
  }

  private static void ask(Answers moment, String sql, Table table, RowSink into) {
    try (Batching rows = new Batching(table, into)) {
      moment.query(sql, rows);
    }
  }

  private String cells() {
    return table().columns().stream()
        .map(column -> Literal.name(column.name()))
        .collect(joining(", "));
  }

  private String all(String connection) {
    return from(scope(connection, Optional.empty()));
  }

  private String from(Scope scope) {
    return " FROM history."
        + Literal.name(stored.name())
        + " WHERE "
        + Literal.where(scope, table());
  }

  private List<Scope.Condition> during(Optional<Span> interval) {
    return interval.flatMap(span -> timeColumn().map(column -> condition(column, span))).stream()
        .toList();
  }

  private static Scope.Condition condition(Column column, Span span) {
    return new Scope.During(column.name(), span);
  }

  /** What an interval is about; lists have none, and are passed on whole. */
  private Optional<Column> timeColumn() {
    return stored.columns().stream()
        .filter(column -> column.name().equals("bucket_start") || column.name().equals("date"))
        .findFirst();
  }
}
