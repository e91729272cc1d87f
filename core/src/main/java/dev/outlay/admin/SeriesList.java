package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import dev.outlay.source.Selection;
import dev.outlay.table.Series;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which series of a dataset a selection asks for. */
record SeriesList(Selection selection) {
  List<Series> of(Dataset dataset, Supplier<Set<String>> parents) {
    return switch (dataset.window()) {
      case Window.Snapshot _ -> List.of(Series.of(dataset.name()));
      case Window.EachOf _ -> children(dataset, parents.get());
      case Window.Buckets(var widths) when !dataset.cuts().isEmpty() ->
          widths.stream().filter(selection::wants).flatMap(w -> cuts(dataset, w)).toList();
      case Window.Buckets _, Window.Days _, Window.RowReport _ ->
          dataset.window().widths().stream()
              .filter(selection::wants)
              .map(width -> series(dataset, width, fixed(dataset)))
              .toList();
    };
  }

  /** One of each parent, and one that stands for the parents that are gone. */
  private static List<Series> children(Dataset dataset, Set<String> parents) {
    return Stream.concat(
            new TreeSet<>(parents)
                .stream().map(parent -> new Series(dataset.name(), "", "", "", parent)),
            Stream.of(Series.of(dataset.name())))
        .toList();
  }

  private Stream<Series> cuts(Dataset dataset, Width width) {
    Selection.Usage usage = selection.usage().get(width.name());
    return usage == null
        ? Stream.empty()
        : usage.cuts().stream()
            .filter(cut -> cut.containsAll(filters(dataset).columns()))
            .map(cut -> series(dataset, width, cut));
  }

  private Series series(Dataset dataset, Width width, Collection<String> dimensions) {
    return new Series(
        dataset.name(),
        width.name(),
        String.join(",", new TreeSet<>(dimensions)),
        filters(dataset).text(),
        "");
  }

  private Filters filters(Dataset dataset) {
    return Filters.on(dataset, selection.filter());
  }

  private static List<String> fixed(Dataset dataset) {
    return dataset.parameters().getOrDefault("group_by[]", List.of());
  }
}
