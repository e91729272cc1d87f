package dev.outlay.schedule;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often each dataset is collected.
 *
 * @param every by the dataset's name
 * @param otherCuts how often the cuts of the usage report beyond the first of each width
 */
public record Rhythms(Map<String, Duration> every, Duration otherCuts) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String DAILY = "cost_report";

  /** What holds where nothing is set. */
  public static final Rhythms USUAL =
      new Rhythms(
          Datasets.ALL.stream().collect(Collectors.toMap(Dataset::name, Rhythms::usual)), HOUR);

  public Rhythms {
    every = Map.copyOf(every);
  }

  /** How often that dataset is expected to be read. */
  public Duration expected(String dataset) {
    return every.getOrDefault(dataset, HOUR);
  }

  Rhythm of(String dataset) {
    return new Rhythm(expected(dataset), dataset.equals(DAILY));
  }

  private static Duration usual(Dataset dataset) {
    return switch (dataset.name()) {
      case "usage_report" -> Duration.ofMinutes(5);
      case "rate_limits" -> Duration.ofMinutes(15);
      case "analytics_cost", "analytics_usage" -> Duration.ofHours(3);
      default -> HOUR;
    };
  }
}
