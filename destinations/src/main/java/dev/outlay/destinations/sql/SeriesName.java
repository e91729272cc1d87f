package dev.outlay.destinations.sql;

import dev.outlay.table.Series;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A series as one text. */
public final class SeriesName {
  private SeriesName() {}

  /** So that no two series read the same. */
  public static String of(Series series) {
    return Stream.of(
            series.dataset(), series.width(), series.groupedBy(), series.filter(), series.parent())
        .map(part -> part.replace("|", "||"))
        .collect(Collectors.joining("|"));
  }
}
