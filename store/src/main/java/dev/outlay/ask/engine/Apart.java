package dev.outlay.ask.engine;

import dev.outlay.ask.Dimension;
import dev.outlay.ask.relation.Expr;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The groups that are told apart; the others are together. All are where there are none.
 *
 * @param by what groups are made of; nothing that the engine would have to derive
 * @param groups their values, not as rows have them: a person may stand there under another name
 * @param aliases by what else a value is known in rows
 */
record Apart(
    List<Dimension> by,
    List<List<@Nullable String>> groups,
    BiFunction<Dimension, @Nullable String, Stream<String>> aliases) {
  boolean isAll() {
    return groups.isEmpty();
  }

  /**
   * What tells rows apart: their own values, or the number of their group, from 1; 0 for the
   * others.
   *
   * @param columns the dimensions of the row
   */
  List<Expr> keys(List<Expr> columns) {
    List<Expr.Branch> branches =
        IntStream.range(0, groups.size())
            .mapToObj(i -> new Expr.Branch(test(columns, groups.get(i)), new Expr.Whole(i + 1)))
            .toList();
    return isAll() ? columns : List.of(new Expr.Choice(branches, List.of(new Expr.Whole(0))));
  }

  /** The group of that number; nothing for the others. */
  List<@Nullable String> ids(int number) {
    return number == 0 ? List.of() : groups.get(number - 1);
  }

  private Expr test(List<Expr> columns, List<@Nullable String> ids) {
    return new Expr.All(
        IntStream.range(0, ids.size())
            .mapToObj(i -> is(by.get(i), columns.get(i), ids.get(i)))
            .toList());
  }

  private Expr is(Dimension dimension, Expr column, @Nullable String id) {
    return id == null
        ? new Expr.Missing(column)
        : new Expr.Among(
            column, Stream.concat(Stream.of(id), aliases.apply(dimension, id)).toList());
  }
}
