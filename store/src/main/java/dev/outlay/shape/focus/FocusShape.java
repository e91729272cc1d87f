package dev.outlay.shape.focus;

import dev.outlay.price.PriceBook;
import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import dev.outlay.store.Tables;
import dev.outlay.table.Rows;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cost report as a FOCUS data set, as billed: one row for each line of each day's bill.
 * Immutable; the same store gives the same rows in the same order.
 */
public final class FocusShape {
  private static final int BATCH = 1_000;

  private final PriceBook prices;
  private final FocusVersion version;
  private final List<FocusColumn> columns;
  private final Table table;

  public FocusShape(PriceBook prices, FocusVersion version, Provider provider) {
    this.prices = prices;
    this.version = version;
    this.columns = new FocusColumns(provider).in(version);
    this.table =
        new Table(
            "focus",
            "Cost and usage in the form of FOCUS " + version + ".",
            columns.stream().map(FocusColumn::column).toList(),
            Table.Twins.EQUAL_ONLY);
  }

  public FocusVersion version() {
    return version;
  }

  /** Its columns; the key is the identity of the line of the bill. */
  public Table table() {
    return table;
  }

  /**
   * Hands out the rows of the days that begin in the period, the oldest first, in batches that fit
   * memory. One statement reads them, so they are of one moment.
   *
   * @param period empty for everything
   */
  public FocusTally rows(Answers moment, Optional<Span> period, Consumer<Rows> sink) {
    FocusTally tally = new FocusTally();
    Tables tables = Tables.of(moment);
    if (tables.has("cost_report")) {
      BillSql.revision(moment, tables).ifPresent(tally::revision);
      tally.missing(BillDays.missing(moment, period));
      Filling filling = new Filling(tally, sink);
      moment.query(BillSql.of(moment, tables, period).text(), filling);
      filling.hand();
    }
    return tally;
  }

  private final class Filling implements ResultSink {
    private final Tariff tariff = new Tariff(prices);
    private final FocusTally tally;
    private final Consumer<Rows> sink;
    private List<@Nullable Object[]> cells = new ArrayList<>();

    Filling(FocusTally tally, Consumer<Rows> sink) {
      this.tally = tally;
      this.sink = sink;
    }

    @Override
    public void columns(List<ResultColumn> all) {
      // They are ours.
    }

    @Override
    public void row(@Nullable Object[] line) {
      Priced priced = Priced.of(Charge.of(line), tariff);
      tally.add(priced);
      cells.add(columns.stream().map(column -> column.value().of(priced)).toArray());
      if (cells.size() == BATCH) {
        hand();
      }
    }

    void hand() {
      if (!cells.isEmpty()) {
        sink.accept(new Rows(table, cells));
        cells = new ArrayList<>();
      }
    }
  }
}
