package dev.outlay.store;

import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps out rows that lie outside the scope of their load: nothing would ever close them. */
final class Fence {
  private record Post(int column, String name, Predicate<Object> holds) {}

  private final Table table;
  private final List<Post> posts;

  Fence(Table table, Scope scope) {
    this.table = table;
    this.posts =
        scope.conditions().stream()
            .map(c -> new Post(table.indexOf(c.column()), c.column(), predicate(c)))
            .toList();
  }

  void check(@Nullable Object[] cells) {
    for (Post post : posts) {
      Object cell = cells[post.column];
      if (cell == null || !post.holds.test(cell)) {
        throw new Misfit(
            "a row of " + table.name() + " lies outside of what was asked for by " + post.name);
      }
    }
  }

  private static Predicate<Object> predicate(Scope.Condition condition) {
    return switch (condition) {
      case Scope.Equal equal -> cell -> cell.equals(equal.value());
      case Scope.Among among -> among.values()::contains;
      case Scope.Except except -> cell -> !except.values().contains(cell);
      case Scope.During during -> cell -> contains(during.span(), cell);
    };
  }

  private static boolean contains(Span span, Object cell) {
    return span.contains(
        cell instanceof LocalDate day
            ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
            : (Instant) cell);
  }
}
