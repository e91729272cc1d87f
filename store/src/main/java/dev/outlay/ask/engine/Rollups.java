package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Which sums that are kept beside the rows can stand for the rows: those of usage, without keys and
 * people, as it is known now.
 *
 * @param kept whether there are any
 * @param needed every dimension asked for, to group or to filter
 */
record Rollups(boolean kept, List<Dimension> needed) {
  private static final Set<String> COLUMNS =
      Set.of(
          "connection",
          "model",
          "workspace_id",
          "service_tier",
          "context_window",
          "inference_geo",
          "speed");

  /**
   * From what a series is read.
   *
   * @param whole whether nothing but the ask itself says which times count
   */
  Lines of(Batch batch, Buckets buckets, boolean whole) {
    Series series = batch.series();
    if (!kept || series.data() != Data.USAGE || batch.kind() == Batch.Kind.COUNTED || !hasAll()) {
      return Lines.ROWS;
    }
    return switch (series.width()) {
      case "1d" -> Lines.DAYS;
      case "1h" -> whole && isOfDays(buckets) ? Lines.DAYS : Lines.HOURS;
      default -> Lines.ROWS;
    };
  }

  private boolean hasAll() {
    return needed.stream().allMatch(each -> each.naming().isOfTime() || isColumn(each));
  }

  private static boolean isColumn(Dimension dimension) {
    return dimension.column(Data.USAGE).filter(COLUMNS::contains).isPresent();
  }

  private boolean isOfDays(Buckets buckets) {
    return buckets.edges().stream().allMatch(Rollups::isStartOfDay)
        && needed.stream().noneMatch(each -> each.naming().isOfTime());
  }

  private static boolean isStartOfDay(Instant time) {
    return time.equals(time.truncatedTo(ChronoUnit.DAYS));
  }
}
