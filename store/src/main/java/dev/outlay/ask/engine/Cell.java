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

  /** Over lines of either kind. */
  default Expr over(Lines lines) {
    return this instanceof Rows && lines != Lines.ROWS
        ? new Expr.Sum(Expr.column(Lines.COUNT))
        : overRows();
  }

  /** Over the rows themselves. */
  private Expr overRows() {
    return switch (this) {
      case Summed(List<String> columns, String currency) ->
          new Expr.Together(columns.stream().map(each -> sum(each, currency)).toList());
      case Counted(List<String> columns, Condition only) ->
          new Expr.Different(
              columns.stream().map(each -> only(each, only.dimension(), only.values())).toList());
      case Rows() -> new Expr.Rows();
    };
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
