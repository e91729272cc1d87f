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
 * @param cells what is added up
 */
record Fetch(
    Rows rows,
    Expr where,
    Buckets buckets,
    List<Dimension> by,
    List<String> extra,
    Buckets prices,
    List<Cell> cells) {
  private static final String TIME = "t";

  /** One row of the result. */
  interface Reader {
    void line(int bucket, int price, List<@Nullable String> ids, @Nullable BigDecimal[] values);
  }

  void read(Fetched row, Reader reader) {
    int ids = by.size() + extra.size();
    reader.line(
        (int) row.whole(0),
        (int) row.whole(1),
        row.texts(2, 2 + ids),
        IntStream.range(0, cells.size())
            .mapToObj(i -> row.exact(2 + ids + i))
            .toArray(BigDecimal[]::new));
  }

  /**
   * First by the times that there are, then by what is made of them: they are far fewer than rows.
   */
  Relation relation() {
    return needsTime() && !counts() ? twice() : once();
  }

  private boolean needsTime() {
    return buckets.count() > 1
        || prices.count() > 1
        || by.stream().anyMatch(each -> each.naming().isOfTime());
  }

  /** Different values cannot be added up. */
  private boolean counts() {
    return cells.stream().anyMatch(Cell.Counted.class::isInstance);
  }

  private Relation once() {
    String time = rows.series().data().time();
    return new Grouped(
        rows.relation(where),
        keys(time, raw(time), extra.stream().map(Expr::column).toList()),
        values(cells.stream().map(Cell::overRows).toList()));
  }

  private Relation twice() {
    List<Dimension> plain = by.stream().filter(each -> !each.naming().isOfTime()).toList();
    List<Named> inner =
        new ArrayList<>(List.of(new Named(TIME, Expr.column(rows.series().data().time()))));
    plain.forEach(each -> inner.add(new Named("i_" + each.name(), rows.raw(each, ""))));
    extra.forEach(each -> inner.add(new Named("x_" + each, Expr.column(each))));
    Relation once =
        new Grouped(
            rows.relation(where), inner, values(cells.stream().map(Cell::overRows).toList()));
    return new Grouped(
        once,
        keys(TIME, outer(), extra.stream().map(each -> Expr.column("x_" + each)).toList()),
        values(
            IntStream.range(0, cells.size())
                .<Expr>mapToObj(i -> new Expr.Sum(Expr.column("c" + i)))
                .toList()));
  }

  private List<Expr> raw(String time) {
    return by.stream().map(each -> rows.raw(each, time)).toList();
  }

  private List<Expr> outer() {
    return by.stream()
        .map(each ->
            each.naming().isOfTime() ? rows.raw(each, TIME) : Expr.column("i_" + each.name()))
        .toList();
  }

  private List<Named> keys(String time, List<Expr> ids, List<Expr> more) {
    Expr seconds = rows.seconds(time);
    List<Expr> all = Stream.concat(ids.stream(), more.stream()).toList();
    List<Named> keys = new ArrayList<>();
    keys.add(new Named("b", number(buckets, seconds)));
    keys.add(new Named("p", number(prices, seconds)));
    IntStream.range(0, all.size()).forEach(i -> keys.add(new Named("k" + i, all.get(i))));
    return keys;
  }

  private static Expr number(Buckets buckets, Expr seconds) {
    return buckets.count() == 1 ? new Expr.Whole(0) : buckets.number(seconds);
  }

  private static List<Named> values(List<Expr> exprs) {
    return IntStream.range(0, exprs.size())
        .mapToObj(i -> new Named("c" + i, exprs.get(i)))
        .toList();
  }
}
