package dev.outlay.source;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of all that could be collected somebody wants.
 *
 * @param datasets by name; empty is all of them
 * @param from where to begin instead of the look-back; reaches daily buckets, and finer ones only
 *     when {@code widths} names them
 * @param to where to end instead of now
 * @param widths the bucket widths wanted; empty is all that are set up
 * @param lookback of daily buckets where no usage setting says otherwise
 * @param usage by width: how far back, and by which cuts
 * @param filter values by filter parameter of the usage report ({@code models[]}); empty is none
 */
public record Selection(
    Set<String> datasets,
    Optional<Instant> from,
    Optional<Instant> to,
    Set<String> widths,
    Duration lookback,
    Map<String, Usage> usage,
    Map<String, Set<String>> filter) {
  /**
   * How one width of the usage report is collected.
   *
   * @param lookback how far back
   * @param cuts each a list of at most five dimensions
   */
  public record Usage(Duration lookback, List<List<String>> cuts) {
    public Usage {
      cuts = List.copyOf(cuts);
    }
  }

  public Selection {
    datasets = Set.copyOf(datasets);
    widths = Set.copyOf(widths);
    usage = Map.copyOf(usage);
    filter = Map.copyOf(filter);
  }

  /** Everything, a year back. */
  public static Selection everything(Map<String, Usage> usage) {
    return new Selection(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Duration.ofDays(365),
        usage,
        Map.of());
  }

  public boolean wants(Dataset dataset) {
    return datasets.isEmpty() || datasets.contains(dataset.name());
  }

  public boolean wants(Width width) {
    return widths.isEmpty() || widths.contains(width.name());
  }

  /** All that should be known of a dataset at that width; empty where the limits leave nothing. */
  public Optional<Span> target(Dataset dataset, Width width, Instant now) {
    Instant end = to.filter(end1 -> end1.isBefore(now)).orElse(now);
    Instant start = namesStart(width) ? from.orElseThrow() : now.minus(lookback(dataset, width));
    return Span.of(start, end).map(width::around);
  }

  /** Whether the user named the start of that width. */
  public boolean namesStart(Width width) {
    return from.isPresent() && (width.length().equals(Width.DAY) || widths.contains(width.name()));
  }

  private Duration lookback(Dataset dataset, Width width) {
    if (!dataset.cuts().isEmpty() && usage.containsKey(width.name())) {
      return usage.get(width.name()).lookback();
    }
    return width.length().equals(Width.DAY) ? lookback : width.lookback();
  }
}
