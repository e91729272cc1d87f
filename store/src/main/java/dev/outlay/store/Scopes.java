package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the rows of one load, or of many that are compared together, stand for, as SQL about the
 * kept rows {@code t}.
 *
 * @param load the load a kept row belongs to
 * @param join what {@code t} is joined with to know that; nothing where there is one load
 * @param rows which kept rows are meant, given the alias and its dot: so narrow that the engine
 *     prunes by it
 * @param near the same by time alone
 * @param today whether the version is of the load's day
 * @param settled whether the row was settled
 * @param now the time of the load, given a row {@code d} of the difference
 * @param isFixed whether a column of that name has one value in a load
 */
record Scopes(
    String load,
    String join,
    UnaryOperator<String> rows,
    UnaryOperator<String> near,
    String today,
    String settled,
    String now,
    java.util.function.Predicate<String> isFixed) {
  /** The scope of one load. */
  static Scopes one(Delivery delivery, Kept kept, int connection) {
    Scope scope = delivery.scope();
    return new Scopes(
        "0",
        "",
        alias ->
            alias
                + "_connection = "
                + connection
                + scope.conditions().stream()
                    .map(each -> " AND " + Sql.where(each, kept.table(), alias))
                    .collect(Collectors.joining()),
        alias -> near(scope.during(), kept, alias),
        "t._known_from >= " + Sql.instant(day(delivery)),
        before(delivery, kept, "t.", delivery.settledBefore()),
        Sql.instant(delivery.now()),
        column -> isFixed(scope, column));
  }

  static Instant day(Delivery delivery) {
    return delivery.now().truncatedTo(ChronoUnit.DAYS);
  }

  /** Whether a row of the scope is of a time before that one. */
  static String before(Delivery delivery, Kept kept, String alias, Instant time) {
    return delivery
        .scope()
        .during()
        .map(during -> Sql.isBefore(during, kept.table(), alias, time))
        .orElse("TRUE");
  }

  static boolean isFixed(Scope scope, String column) {
    return scope.conditions().stream()
        .anyMatch(each -> each instanceof Scope.Equal && each.column().equals(column));
  }

  private static String near(Optional<Scope.During> during, Kept kept, String alias) {
    return during.map(each -> Sql.where(each, kept.table(), alias)).orElse("TRUE");
  }
}
