package dev.outlay.ask.engine;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that is filled row by row, cells by the names of their columns. */
public final class Ledger implements AutoCloseable {
  public static final String SPEND = "api_key_id,context_window,model,service_tier,workspace_id";

  private final Store store;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  public Ledger(Path folder) {
    store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    store.prepare(Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList());
  }

  public Store store() {
    return store;
  }

  public Ledger row(Map<String, Object> cells) {
    rows.add(cells);
    return this;
  }

  /** Keeps the rows so far as all there is of a dataset and its days. */
  public void keep(Series series, String from, String to, String settledTo, String now) {
    Table table = Datasets.named(series.dataset()).orElseThrow().tables().getFirst();
    boolean timed = !from.isEmpty();
    Span span = timed ? new Span(day(from), day(to)) : new Span(Instant.EPOCH, day("2030-01-01"));
    List<@Nullable Object[]> cells =
        new ArrayList<>(rows.stream().map(row -> cells(table, row)).toList());
    rows.clear();
    Delivery delivery =
        new Delivery(
            "acme",
            series,
            List.of(table),
            timed ? scope(series, span) : Scope.EVERYTHING,
            day("2020-01-01"),
            Instant.parse(now));
    Coverage coverage =
        timed
            ? Coverage.NONE.with(
                new Covered(span, Instant.parse(now), day(settledTo), span.start()))
            : Coverage.NONE;
    try (Load load = store.begin(delivery)) {
      load.add(0, new Rows(table, cells));
      load.commit(new Checkpoint(coverage, Optional.empty(), Optional.of(Instant.parse(now))));
    }
  }

  private static Scope scope(Series series, Span span) {
    return series.groupedBy().isEmpty() || !series.dataset().equals("usage_report")
        ? Scope.of(new Scope.During("bucket_start", span))
        : Scope.of(
            new Scope.Equal("bucket_width", series.width()),
            new Scope.Equal("grouped_by", series.groupedBy()),
            new Scope.During("bucket_start", span));
  }

  private static @Nullable Object[] cells(Table table, Map<String, Object> row) {
    @Nullable Object[] cells = new @Nullable Object[table.columns().size()];
    row.forEach((name, value) -> cells[table.indexOf(name)] = value);
    return cells;
  }

  static Instant day(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  @Override
  public void close() {
    store.close();
  }
}
