package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses from where a measure is taken: the one cut that has all dimensions, in the coarsest width
 * that its times can be made of. Two cuts or widths are never added.
 *
 * @param needed every dimension asked for, to group or to filter
 */
record Choosing(Holdings holdings, Question question, List<Dimension> needed) {
  /** The cut that most asks are about comes first. */
  private static final List<String> USUAL =
      List.of(
          "api_key_id,context_window,model,service_tier,workspace_id",
          "inference_geo,model,service_tier,speed,workspace_id",
          "account_id,api_key_id,model,service_account_id,workspace_id");

  static final List<String> PRICING =
      List.of("service_tier", "context_window", "inference_geo", "speed");

  /** From the first of the datasets that can answer. */
  Series series(Measure measure, List<Data> choice, boolean priced) {
    return choice.stream()
        .flatMap(data -> best(data, priced).stream())
        .findFirst()
        .orElseThrow(() -> new Unanswerable(this, measure, choice).fault());
  }

  /** From that dataset, if it can. */
  Optional<Series> best(Data data, boolean priced) {
    return able(data)
        .filter(series -> !priced || series.holds("model"))
        .filter(this::isFine)
        .min(
            Comparator.comparing((Series series) -> !isWhole(series))
                .thenComparingInt(Series::fineness)
                .thenComparingInt(series -> priced ? -prices(series) : 0)
                .thenComparingInt(Choosing::usual)
                .thenComparing(Series::cut));
  }

  /** Those that tell apart what was asked for, of whatever width. */
  Stream<Series> able(Data data) {
    return holdings.series(data).stream().filter(series -> needed.stream().allMatch(series::has));
  }

  /** Whether the times asked for can be made of its buckets. */
  boolean isFine(Series series) {
    return isFine(series.data(), series.length())
        && needed.stream().allMatch(each -> isFine(each, series));
  }

  private boolean isFine(Data data, Duration width) {
    Buckets buckets = question.buckets();
    if (!data.hasWidths()) {
      return question.ask().grain().map(grain -> grain.isOfDays()).orElse(true);
    }
    return buckets.isMadeOf(width) || (!width.equals(Duration.ofDays(1)) && isOdd(buckets, width));
  }

  /** Days that begin within an hour are made of whole hours all the same, and a note says so. */
  private boolean isOdd(Buckets buckets, Duration width) {
    return width.equals(Duration.ofHours(1))
        && question.ask().grain().map(grain -> grain.isOfDays()).orElse(true)
        && !buckets.isMadeOf(width);
  }

  private boolean isFine(Dimension dimension, Series series) {
    boolean days = series.isOfUtcDays();
    return switch (dimension.naming()) {
      case HOUR -> !days;
      case WEEKDAY ->
          !days || !series.data().hasWidths() || question.ask().zone().equals(ZoneOffset.UTC);
      default -> true;
    };
  }

  private boolean isWhole(Series series) {
    Buckets buckets = question.buckets(series);
    Instant from = buckets.stretch().from();
    return holdings.connections().stream()
        .anyMatch(connection ->
            new Coverage(holdings, series, java.util.Set.of(connection), question.now())
                .missing(from, buckets.stretch().to())
                .isEmpty());
  }

  private static int usual(Series series) {
    int place = USUAL.indexOf(series.cut());
    return place < 0 ? USUAL.size() + series.grouping().size() : place;
  }

  private static int prices(Series series) {
    return (int) PRICING.stream().filter(series::holds).count();
  }
}
