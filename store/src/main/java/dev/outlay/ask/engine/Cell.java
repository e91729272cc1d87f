package dev.outlay.ask.engine;

import dev.outlay.ask.Condition;
import dev.outlay.ask.relation.Expr;
import java.util.List;

/** One figure that is fetched. */
sealed interface Cell {
  /**
   * Columns added up.
   *
   * @param currency of the rows that count, or empty
   */
  record Summed(List<String> columns, String currency) implements Cell {}

  /** Different values counted. */
  record Counted(List<String> columns, Condition only) implements Cell {}

  /** Rows counted. */
  record Rows() implements Cell {}

  /** What is added up, over lines of either kind; {@link #of} makes the figure of it. */
  default List<Expr> sums(Lines lines) {
    return switch (this) {
      case Summed(List<String> columns, String currency) ->
          columns.stream().map(each -> sum(each, currency)).toList();
      case Counted(List<String> columns, Condition only) ->
          List.of(
              new Expr.Different(
                  columns.stream()
                      .map(each -> only(each, only.dimension(), only.values()))
                      .toList()));
      case Rows() ->
          List.of(lines == Lines.ROWS ? new Expr.Rows() : new Expr.Sum(Expr.column(Lines.COUNT)));
    };
  }

  /** The figure. */
  default Expr of(List<Expr> sums) {
    return sums.size() == 1 ? sums.getFirst() : new Expr.Together(sums);
  }

  private static Expr sum(String column, String currency) {
    return new Expr.Sum(
        only(column, "currency", currency.isEmpty() ? List.of() : List.of(currency)));
  }

  private static Expr only(String column, String where, List<String> is) {
    Expr value = Expr.column(column);
    return is.isEmpty()
        ? value
        : new Expr.Choice(
            List.of(new Expr.Branch(new Expr.Among(Expr.column(where), is), value)), List.of());
  }
}
