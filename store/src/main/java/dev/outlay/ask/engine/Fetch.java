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

  /** In one pass: arithmetic on times costs less than groups of times that are merged later. */
  Relation relation() {
    List<Expr> ids =
        Stream.concat(
                by.stream().map(each -> rows.raw(each, time())), extra.stream().map(Expr::column))
            .toList();
    return new Grouped(
        rows.relation(where),
        keys(ids),
        values(cells.stream().map(each -> each.over(rows.lines())).toList()));
  }

  private String time() {
    return rows.series().data().time();
  }

  private List<Named> keys(List<Expr> ids) {
    Expr seconds = rows.seconds(time());
    List<Named> keys = new ArrayList<>();
    keys.add(new Named("b", number(buckets, seconds)));
    keys.add(new Named("p", number(prices, seconds)));
    IntStream.range(0, ids.size()).forEach(i -> keys.add(new Named("k" + i, ids.get(i))));
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
