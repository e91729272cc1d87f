package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * One table of a group: the rows that came for it with any of the loads, staged, and a row of what
 * each load is about.
 *
 * @param loads each with its number in the group; all have conditions on the same columns
 */
record Side(Session session, Kept kept, List<Numbered> loads) {
  /** A load of the group. */
  record Numbered(int number, SmallLoad load) {
    Delivery delivery() {
      return load.delivery();
    }
  }

  Difference difference() throws SQLException {
    stage();
    describe();
    return new Difference(session, kept, "temp." + Sql.name(stageName()), scopes());
  }

  private String stageName() {
    return "stage " + kept.table().name();
  }

  private String loadsName() {
    return "loads " + kept.table().name();
  }

  private void stage() throws SQLException {
    session.run(
        "CREATE OR REPLACE TEMP TABLE %s AS SELECT *, 0 AS _row, 0 AS _load FROM %s LIMIT 0"
            .formatted(Sql.name(stageName()), kept.name()));
    try (DuckDBAppender to = session.appender("temp", "main", stageName())) {
      for (Numbered each : loads) {
        append(to, each);
      }
    }
  }

  private void append(DuckDBAppender to, Numbered each) throws SQLException {
    List<Slot> slots = Slot.of(kept, each.load.about().connection(), each.delivery().now(), 0);
    for (Rows rows : each.load.of(kept)) {
      for (@Nullable Object[] cells : rows.cells()) {
        to.beginRow();
        for (Slot slot : slots) {
          slot.fill(to, cells);
        }
        to.append(0);
        to.append(each.number);
        to.endRow();
      }
    }
  }

  /** A table with what each load is about: a join with it costs the same for any number. */
  private void describe() throws SQLException {
    session.run(
        "CREATE OR REPLACE TEMP TABLE %s AS FROM (VALUES %s) l(%s)"
            .formatted(
                Sql.name(loadsName()),
                loads.stream().map(this::values).collect(Collectors.joining(", ")),
                String.join(", ", names())));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("_load", "_of", "_now", "_today"));
    during().ifPresent(_ -> names.addAll(List.of("_from", "_to", "_settled")));
    IntStream.range(0, equals(first()).size()).forEach(i -> names.add("_is" + i));
    return names;
  }

  private String values(Numbered each) {
    Delivery delivery = each.delivery();
    List<String> values = new ArrayList<>();
    values.add(String.valueOf(each.number));
    values.add(String.valueOf(each.load.about().connection()));
    values.add(Sql.instant(delivery.now()));
    values.add(Sql.instant(Scopes.day(delivery)));
    delivery
        .scope()
        .during()
        .ifPresent(during -> {
          values.add(time(during.span().start()));
          values.add(time(during.span().end()));
          values.add(time(delivery.settledBefore()));
        });
    equals(delivery).forEach(equal -> values.add(Sql.value(equal.value())));
    return "(" + String.join(", ", values) + ")";
  }

  private Scopes scopes() {
    return new Scopes(
        "l._load",
        " JOIN temp." + Sql.name(loadsName()) + " l ON " + join(),
        alias -> among(alias) + " AND " + near(alias),
        this::near,
        "t._known_from >= l._today",
        during().map(each -> "t." + Sql.name(each.column()) + " < l._settled").orElse("TRUE"),
        "(SELECT l._now FROM temp." + Sql.name(loadsName()) + " l WHERE l._load = d._load)",
        column -> Scopes.isFixed(first().scope(), column));
  }

  private String join() {
    List<String> conditions = new ArrayList<>(List.of("t._connection = l._of"));
    List<Scope.Equal> equals = equals(first());
    for (int i = 0; i < equals.size(); i++) {
      conditions.add("t." + Sql.name(equals.get(i).column()) + " = l._is" + i);
    }
    during()
        .map(each -> "t." + Sql.name(each.column()))
        .ifPresent(column -> {
          conditions.add(column + " >= l._from");
          conditions.add(column + " < l._to");
        });
    return String.join(" AND ", conditions);
  }

  /** Constants again, by which the engine passes over what is of others. */
  private String among(String alias) {
    List<Integer> connections =
        loads.stream().map(each -> each.load.about().connection()).sorted().toList();
    return "%1$s_connection >= %2$d AND %1$s_connection <= %3$d"
        .formatted(alias, connections.getFirst(), connections.getLast());
  }

  private String near(String alias) {
    return during()
        .map(during ->
            "NOT "
                + Sql.isBefore(during, table(), alias, outermost(Scope.During::span, true))
                + " AND "
                + Sql.isBefore(during, table(), alias, outermost(Scope.During::span, false)))
        .orElse("TRUE");
  }

  private Instant outermost(Function<Scope.During, dev.outlay.table.Span> span, boolean start) {
    List<Instant> times =
        loads.stream()
            .map(each -> span.apply(each.delivery().scope().during().orElseThrow()))
            .map(each -> start ? each.start() : each.end())
            .sorted()
            .toList();
    return start ? times.getFirst() : times.getLast();
  }

  private String time(Instant time) {
    return Sql.time(during().orElseThrow(), table(), time);
  }

  private Table table() {
    return kept.table();
  }

  private Optional<Scope.During> during() {
    return first().scope().during();
  }

  private Delivery first() {
    return loads.getFirst().delivery();
  }

  private static List<Scope.Equal> equals(Delivery delivery) {
    return delivery.scope().conditions().stream()
        .filter(Scope.Equal.class::isInstance)
        .map(Scope.Equal.class::cast)
        .toList();
  }
}
