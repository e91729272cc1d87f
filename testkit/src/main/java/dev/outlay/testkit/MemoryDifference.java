package dev.outlay.testkit;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.Unreadable;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a load changes, said as plainly as possible. */
record MemoryDifference(Delivery delivery) {
  boolean inScope(Table table, List<@Nullable Object> row) {
    return delivery.scope().conditions().stream()
        .allMatch(condition -> meets(condition, row.get(table.indexOf(condition.column()))));
  }

  Changes between(
      Table table, List<List<@Nullable Object>> before, List<List<@Nullable Object>> came) {
    Map<List<@Nullable Object>, List<@Nullable Object>> old = numbered(table, before);
    Map<List<@Nullable Object>, List<@Nullable Object>> fresh = numbered(table, came);
    long same = old.keySet().stream().filter(fresh::containsKey).count();
    long unchanged =
        old.entrySet().stream().filter(e -> e.getValue().equals(fresh.get(e.getKey()))).count();
    return new Changes(
        came.size(), fresh.size() - same, same - unchanged, old.size() - same, false);
  }

  boolean closesTooMuch(
      Table table, List<List<@Nullable Object>> before, List<List<@Nullable Object>> came) {
    Map<List<@Nullable Object>, List<@Nullable Object>> fresh = numbered(table, came);
    List<Map.Entry<List<@Nullable Object>, List<@Nullable Object>>> settled =
        numbered(table, before).entrySet().stream()
            .filter(row -> isSettled(table, row.getValue()))
            .toList();
    long closing = settled.stream().filter(row -> !fresh.containsKey(row.getKey())).count();
    return closing > 10 && closing * 5 > settled.size();
  }

  private boolean isSettled(Table table, List<@Nullable Object> row) {
    return delivery
        .scope()
        .during()
        .map(during -> instant(row.get(table.indexOf(during.column()))))
        .map(time -> time.isBefore(delivery.settledBefore()))
        .orElse(true);
  }

  /** The rows by key and place among their twins. */
  private Map<List<@Nullable Object>, List<@Nullable Object>> numbered(
      Table table, List<List<@Nullable Object>> rows) {
    List<Column> columns = table.key().isEmpty() ? table.columns() : table.key();
    int[] key = columns.stream().mapToInt(column -> table.indexOf(column.name())).toArray();
    Map<List<@Nullable Object>, List<@Nullable Object>> numbered = new HashMap<>();
    List<List<@Nullable Object>> ordered = new ArrayList<>(rows);
    ordered.sort(Comparator.comparing(Object::toString));
    for (List<@Nullable Object> row : ordered) {
      List<@Nullable Object> identity = new ArrayList<>();
      for (int index : key) {
        identity.add(row.get(index));
      }
      identity.add(0);
      while (numbered.containsKey(identity)) {
        checkTwin(table, identity, Objects.requireNonNull(numbered.get(identity)), row);
        identity.set(key.length, (Integer) Objects.requireNonNull(identity.get(key.length)) + 1);
      }
      numbered.put(identity, row);
    }
    return numbered;
  }

  private void checkTwin(
      Table table,
      List<@Nullable Object> identity,
      List<@Nullable Object> one,
      List<@Nullable Object> other) {
    if (table.twins() == Table.Twins.EQUAL_ONLY && !one.equals(other)) {
      throw new Unreadable(
          Attempt.to("comparing the answer", delivery.connection(), delivery.series().toString()),
          table.name() + " " + identity,
          "two rows with one identity and different values");
    }
  }

  private static boolean meets(Scope.Condition condition, @Nullable Object cell) {
    if (cell == null) {
      return false;
    }
    return switch (condition) {
      case Scope.Equal equal -> same(equal.value(), cell);
      case Scope.Among among -> among.values().contains((String) cell);
      case Scope.Except except -> !except.values().contains((String) cell);
      case Scope.During during -> during.span().contains(instant(cell));
    };
  }

  private static boolean same(Object one, Object other) {
    return (one instanceof BigDecimal a && other instanceof BigDecimal b)
        ? a.compareTo(b) == 0
        : one.equals(other);
  }

  private static Instant instant(@Nullable Object cell) {
    return cell instanceof LocalDate day
        ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
        : (Instant) Objects.requireNonNull(cell);
  }
}
