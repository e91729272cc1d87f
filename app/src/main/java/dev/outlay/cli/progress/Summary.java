package dev.outlay.cli.progress;

import dev.outlay.cli.output.Figures;
import dev.outlay.cli.screen.Grid;
import dev.outlay.destination.Changes;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.SyncReport;
import java.util.List;

/** What came of a run, in a few aligned lines. */
public record Summary(SyncReport report) {
  /** The table: a line a dataset, and the sum. */
  public List<String> lines() {
    Grid grid = new Grid().line("dataset", "rows", "added", "changed", "closed", "requests", "");
    report
        .datasets()
        .forEach(each -> line(grid, each.dataset(), each.changes(), each.requests(), state(each)));
    line(grid, "total", total(), requests(), "");
    return grid.lines();
  }

  /** The message of every failure, whole. */
  public List<String> failures() {
    return report.datasets().stream()
        .flatMap(each -> each.failures().stream())
        .map(failure -> String.valueOf(failure.getMessage()))
        .toList();
  }

  private static void line(Grid grid, String name, Changes changes, long requests, String state) {
    grid.line(
        name,
        Figures.grouped(changes.read()),
        Figures.grouped(changes.added()),
        Figures.grouped(changes.changed()),
        Figures.grouped(changes.closed()),
        Figures.grouped(requests),
        state);
  }

  private Changes total() {
    return report.datasets().stream()
        .map(DatasetReport::changes)
        .reduce(Changes.NONE, Changes::plus);
  }

  private long requests() {
    return report.datasets().stream().mapToLong(DatasetReport::requests).sum();
  }

  private static String state(DatasetReport each) {
    return switch (each.status()) {
      case OK -> "";
      case HELD -> "held until the next run confirms that so many rows are gone";
      case NOT_ENTITLED, FAILED, REFUSED, INTERRUPTED -> StatusText.of(each.status());
    };
  }
}
