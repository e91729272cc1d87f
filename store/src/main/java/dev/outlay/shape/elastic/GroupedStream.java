package dev.outlay.shape.elastic;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Identity;
import dev.outlay.shape.Batching;
import dev.outlay.shape.ChangeSink;
import dev.outlay.shape.RowSink;
import dev.outlay.shape.Shape;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A data stream of groups of a bucketed table: one document a group, revised in its place. */
abstract class GroupedStream implements Shape {
  private static final String OPEN = " AND known_to IS NULL";

  /** Names of workspaces and keys beside the groups, which are called b. */
  private static final String NAMES =
      """
       b LEFT JOIN (SELECT id, max(name) AS name FROM workspaces WHERE %1$s GROUP BY id) w
       ON w.id = b.workspace_id
       LEFT JOIN (SELECT id, max(name) AS name FROM api_keys WHERE %1$s GROUP BY id) k
       ON k.id = b.api_key_id\
      """;

  private final Table table;
  private final List<Field> fields;
  private final Optional<Duration> since;

  GroupedStream(String name, String meaning, List<Field> fields, Optional<Duration> since) {
    this.fields = List.copyOf(fields);
    this.since = since;
    this.table =
        new Table(
            name, meaning, fields.stream().map(Field::column).toList(), Table.Twins.EQUAL_ONLY);
  }

  /** The groups, and which rows they are made of; nothing where nothing was collected. */
  abstract Optional<Grouping> grouping(Answers moment, String connection);

  /**
   * @param since the number of the first load of these rows: before it they were others
   */
  record Grouping(Grouped groups, String where, long since) {}

  @Override
  public final Table table() {
    return table;
  }

  @Override
  public String form() {
    return Identity.of(
        Stream.concat(Stream.of("1|" + since), fields.stream().map(field -> "|" + field)));
  }

  @Override
  public final Scope scope(String connection, Optional<Span> interval) {
    Scope.Condition of = new Scope.Equal("outlay.connection", connection);
    return new Scope(
        Stream.concat(
                Stream.of(of), interval.stream().map(span -> new Scope.During("@timestamp", span)))
            .toList());
  }

  @Override
  public final void rows(Answers moment, String connection, Optional<Span> interval, RowSink into) {
    grouping(moment, connection)
        .ifPresent(grouping ->
            ask(
                moment,
                cells(connection)
                    + "("
                    + grouping.groups().sql(where(grouping, connection) + OPEN + during(interval))
                    + ")"
                    + NAMES.formatted(Grouped.of(connection)),
                into));
  }

  @Override
  public final long newest(Answers moment, String connection) {
    return grouping(moment, connection)
        .map(grouping -> Math.max(newestOf(moment, grouping), newestName(moment, connection)))
        .orElse(0L);
  }

  /** Whole groups are told anew: of what changed in them, only the sum is known. */
  @Override
  public final boolean changes(Answers moment, String connection, long after, ChangeSink into) {
    Optional<Grouping> found = grouping(moment, connection);
    if (found.isEmpty() || found.get().since() > after || newestName(moment, connection) > after) {
      return false;
    }
    Grouped groups = found.get().groups();
    String where = where(found.get(), connection);
    String keys = "(" + groups.keys(where + " AND load_seq > " + after) + ")";
    String now = "(" + groups.sql(where + OPEN) + ")";
    String names = NAMES.formatted(Grouped.of(connection));
    ask(
        moment,
        gone(connection)
            + "(SELECT *, NULL AS bucket_end FROM %s c WHERE NOT EXISTS (SELECT 1 FROM %s n WHERE %s))"
                .formatted(keys, now, groups.same("n", "c"))
            + names,
        into::gone);
    ask(
        moment,
        cells(connection)
            + "(SELECT n.* FROM %s n WHERE EXISTS (SELECT 1 FROM %s c WHERE %s))"
                .formatted(now, keys, groups.same("n", "c"))
            + names,
        into);
    return true;
  }

  private void ask(Answers moment, String sql, RowSink into) {
    try (Batching rows = new Batching(table, into)) {
      moment.query(sql, rows);
    }
  }

  private String cells(String connection) {
    return fields.stream()
        .map(Field::named)
        .collect(joining(", ", "SELECT ", " FROM "))
        .replace(CONNECTION, Literal.of(connection));
  }

  /** Only the id; the rest of a row that goes is not looked at. */
  private String gone(String connection) {
    return ("SELECT " + fields.getFirst().sql() + ", NULL".repeat(fields.size() - 1) + " FROM ")
        .replace(CONNECTION, Literal.of(connection));
  }

  /** Stands for the connection's name in the fields. */
  static final String CONNECTION = "$connection$";

  private String where(Grouping grouping, String connection) {
    String where = Grouped.of(connection) + " AND " + grouping.where();
    return since
        .map(length ->
            where
                + " AND epoch_us(bucket_start) >= (SELECT epoch_us(min(known_from)) - %d FROM %s WHERE %s)"
                    .formatted(
                        length.toSeconds() * 1_000_000L,
                        grouping.groups().from(),
                        Grouped.of(connection) + " AND " + grouping.where()))
        .orElse(where);
  }

  private static String during(Optional<Span> interval) {
    return interval
        .map(span ->
            " AND bucket_start >= %s AND bucket_start < %s"
                .formatted(Literal.of(span.start()), Literal.of(span.end())))
        .orElse("");
  }

  private static long newestOf(Answers moment, Grouping grouping) {
    return numberOf(
        moment,
        "SELECT max(load_seq) FROM " + grouping.groups().from() + " WHERE " + grouping.where());
  }

  private static long newestName(Answers moment, String connection) {
    return numberOf(
        moment,
        "SELECT max(load_seq) FROM (SELECT load_seq FROM history.workspaces WHERE %1$s UNION ALL SELECT load_seq FROM history.api_keys WHERE %1$s)"
            .formatted(Grouped.of(connection)));
  }

  static long numberOf(Answers moment, String sql) {
    return Line.of(moment, sql).getFirst().number(0).orElse(0L);
  }
}
