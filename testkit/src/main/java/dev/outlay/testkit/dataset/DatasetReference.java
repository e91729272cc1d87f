package dev.outlay.testkit.dataset;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Beta;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Table.Twins;
import dev.outlay.table.Type;
import dev.outlay.table.Type.Decimal;
import dev.outlay.table.Type.Plain;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of reference on datasets, written from their declarations. */
public final class DatasetReference {
  private DatasetReference() {}

  public static String markdown(List<Dataset> datasets) {
    String list =
        datasets.stream()
            .map(each ->
                "| [`%s`](#%s) | %s |\n".formatted(each.name(), each.name(), each.meaning()))
            .collect(Collectors.joining());
    String all = datasets.stream().map(DatasetReference::dataset).collect(Collectors.joining("\n"));
    return """
    # Datasets

    What is collected from the Admin API, and what its columns mean. Written from the declarations; a test
    keeps it current. Every table begins with the column `connection`, which is part of every key. Times are
    UTC. A key column may be null: null is a value of its own there.

    | dataset | what it is |
    |---|---|
    %s
    %s\
    """
        .formatted(list, all);
  }

  private static String dataset(Dataset dataset) {
    String facts =
        Stream.of(
                fact("Request", "`GET " + dataset.path() + "`" + parameters(dataset)),
                fact("Beta header", dataset.beta().stream().map(DatasetReference::beta)),
                fact("Documentation", dataset.page() + ", read on " + dataset.readOn()),
                fact("Paging", paging(dataset)),
                fact("Read", window(dataset.window())),
                fact("Cuts", cuts(dataset)),
                fact("Allowance", dataset.budget().name().toLowerCase(Locale.ROOT)),
                fact("Entitlement", dataset.optional() ? "not every organisation has it" : ""))
            .collect(Collectors.joining());
    return "## "
        + dataset.name()
        + "\n\n"
        + dataset.meaning()
        + "\n\n"
        + facts
        + dataset.tables().stream().map(DatasetReference::table).collect(Collectors.joining());
  }

  private static String fact(String name, Stream<String> values) {
    return fact(name, values.collect(Collectors.joining(", ")));
  }

  private static String fact(String name, String value) {
    return value.isEmpty() ? "" : "- " + name + ": " + value + "\n";
  }

  private static String parameters(Dataset dataset) {
    return dataset.parameters().keySet().stream()
        .sorted()
        .map(name -> " `" + name + "=" + String.join(",", values(dataset, name)) + "`")
        .collect(Collectors.joining());
  }

  private static List<String> values(Dataset dataset, String name) {
    return dataset.parameters().getOrDefault(name, List.of());
  }

  private static String beta(Beta beta) {
    String when = beta.onlyFor().isEmpty() ? "" : " when grouped by `" + beta.onlyFor() + "`";
    return "`" + beta.header() + "`" + when;
  }

  private static String paging(Dataset dataset) {
    String style =
        switch (dataset.paging()) {
          case NONE -> "one answer";
          case ID -> "`after_id`";
          case PAGE -> "`page` with `has_more`";
          case TOKEN -> "`page`";
        };
    return dataset.limit() == 0 ? style : style + ", " + dataset.limit() + " rows a page";
  }

  private static String window(Window window) {
    return switch (window) {
      case Window.Snapshot _ -> "the whole list at every run";
      case Window.EachOf(var parents, _) -> "once a day for each of `" + parents + "`";
      case Window.Buckets _ -> "whole buckets; " + widths(window);
      case Window.Days _ -> "one day a request; " + widths(window);
      case Window.RowReport(_, var begin) -> "rows from " + begin + " on; " + widths(window);
    };
  }

  private static String widths(Window window) {
    return window.widths().stream().map(DatasetReference::width).collect(Collectors.joining("; "));
  }

  private static String width(Width width) {
    return "`%s`: %s back, at most %d a request, settled %s, until then read again every %s"
        .formatted(
            width.name(),
            time(width.lookback()),
            width.limit(),
            settle(width.settle()),
            time(width.restEvery()));
  }

  private static String settle(Settle settle) {
    return switch (settle) {
      case Settle.After(var delay) -> time(delay) + " after its end";
      case Settle.AfterMonth(var delay) -> time(delay) + " after the end of its month";
    };
  }

  private static String time(Duration time) {
    boolean days = time.toHours() % 24 == 0;
    long count = days ? time.toDays() : time.toHours();
    return count + (days ? " day" : " hour") + (count == 1 ? "" : "s");
  }

  private static String cuts(Dataset dataset) {
    return dataset.cuts().isEmpty()
        ? ""
        : "at most five of "
            + String.join(", ", dataset.cuts().stream().map(c -> "`" + c + "`").toList());
  }

  private static String table(Table table) {
    String columns =
        table.columns().stream().map(DatasetReference::column).collect(Collectors.joining());
    String twins =
        table.twins() == Twins.NUMBERED ? "\nRows with equal keys are rows of their own.\n" : "";
    return "\n### Table `"
        + table.name()
        + "`\n\n"
        + table.meaning()
        + "\n"
        + twins
        + "\n| column | type | key | meaning |\n|---|---|---|---|\n"
        + columns;
  }

  private static String column(Column column) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(column.name(), type(column.type()), column.key() ? "key" : "", column.meaning());
  }

  private static String type(Type type) {
    return switch (type) {
      case Plain plain -> plain.name().toLowerCase(Locale.ROOT);
      case Decimal(int precision, int scale) -> "decimal(" + precision + ", " + scale + ")";
    };
  }
}
