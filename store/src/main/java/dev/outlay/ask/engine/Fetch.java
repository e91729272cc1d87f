package dev.outlay.ask.engine;

import dev.outlay.ask.Dimension;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Relation;
import dev.outlay.ask.relation.Relation.Grouped;
import dev.outlay.ask.relation.Relation.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One query: what is added up of a series, by bucket and dimensions.
 *
 * @param rows from where
 * @param where which of them
 * @param buckets how time is broken down
 * @param by the dimensions that tell groups apart
 * @param extra columns that do too, and how prices change over time
 * @param prices on which buckets of time the prices stay the same
 * @param apart the groups that are told apart
 * @param cells what is added up
 */
record Fetch(
    Rows rows,
    Expr where,
    Buckets buckets,
    List<Dimension> by,
    List<String> extra,
    Buckets prices,
    Apart apart,
    List<Cell> cells) {
  /** One row of the result; without ids what is not told apart. */
  interface Reader {
    void line(
        int bucket,
        int price,
        List<@Nullable String> ids,
        List<@Nullable String> extra,
        @Nullable BigDecimal[] values);
  }

  void read(Fetched row, Reader reader) {
    int more = 2 + (apart.isAll() ? by.size() : 1);
    int values = more + extra.size();
    reader.line(
        (int) row.whole(0),
        (int) row.whole(1),
        apart.isAll() ? row.texts(2, more) : apart.ids((int) row.whole(2)),
        row.texts(more, values),
        IntStream.range(0, cells.size())
            .mapToObj(i -> row.exact(values + i))
            .toArray(BigDecimal[]::new));
  }

  /** In one pass: arithmetic on times costs less than groups of times that are merged later. */
  Relation relation() {
    List<Expr> ids = by.stream().map(each -> rows.raw(each, time())).toList();
    return isFew() ? inSteps(ids) : read(apart.keys(ids), figures(sums()));
  }

  /** Of sums that are kept there are few groups; of rows, as by keys, there may be any number. */
  private boolean isFew() {
    return !apart.isAll()
        && rows.lines() != Lines.ROWS
        && cells.stream().noneMatch(Cell.Counted.class::isInstance);
  }

  private List<List<Expr>> sums() {
    return cells.stream().map(each -> each.sums(rows.lines())).toList();
  }

  private List<Expr> figures(List<List<Expr>> sums) {
    return IntStream.range(0, cells.size()).mapToObj(i -> cells.get(i).of(sums.get(i))).toList();
  }

  private Grouped read(List<Expr> ids, List<Expr> values) {
    List<Expr> more = extra.stream().map(Expr::column).toList();
    return new Grouped(
        rows.relation(where),
        keys(List.of(number(buckets), number(prices)), ids, more),
        named("c", values));
  }

  /**
   * All groups, then those that are told apart: to compare texts with those of each group takes
   * longer, line by line, than to add up.
   */
  private Relation inSteps(List<Expr> ids) {
    return new Grouped(
        read(ids, sums().stream().flatMap(List::stream).toList()),
        keys(columns("n", 2), apart.keys(columns("k", by.size())), columns("e", extra.size())),
        named("c", figures(sumsOfSums())));
  }

  private List<List<Expr>> sumsOfSums() {
    List<List<Expr>> all = new ArrayList<>();
    int first = 0;
    for (List<Expr> each : sums()) {
      int end = first + each.size();
      all.add(columns("c", end).subList(first, end).stream().<Expr>map(Expr.Sum::new).toList());
      first = end;
    }
    return all;
  }

  private static List<Named> keys(List<Expr> numbers, List<Expr> ids, List<Expr> extra) {
    return Stream.of(named("n", numbers), named("k", ids), named("e", extra))
        .flatMap(List::stream)
        .toList();
  }

  private String time() {
    return rows.series().data().time();
  }

  private Expr number(Buckets buckets) {
    return buckets.count() == 1 ? new Expr.Whole(0) : buckets.number(rows.seconds(time()));
  }

  private static List<Expr> columns(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> Expr.column(letter + i)).toList();
  }

  private static List<Named> named(String letter, List<Expr> exprs) {
    return IntStream.range(0, exprs.size())
        .mapToObj(i -> new Named(letter + i, exprs.get(i)))
        .toList();
  }
}
