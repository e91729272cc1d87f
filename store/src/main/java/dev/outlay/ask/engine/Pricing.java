package dev.outlay.ask.engine;

import dev.outlay.ask.Explained;
import dev.outlay.ask.engine.Prices.Conditions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens times prices, exactly. Not safe for use by several threads. */
final class Pricing {
  /** The kinds of tokens, and the searches behind them. */
  static final List<Cell> TOKENS =
      List.of(
          sum("uncached_input_tokens"),
          sum("cache_read_input_tokens"),
          sum("cache_creation_5m_input_tokens"),
          sum("cache_creation_1h_input_tokens"),
          sum("output_tokens"),
          sum("web_search_requests"));

  /** What comes of it: dollars, and the tokens that have no known price. */
  static final Cell DOLLARS = sum("estimated_usd");

  static final Cell UNPRICED = sum("unpriced_tokens");
  static final List<Cell> RESULT = List.of(DOLLARS, UNPRICED);

  private record Asked(String model, int kind, Conditions conditions, LocalDate day) {}

  private final Prices prices;
  private final Map<Asked, Optional<BigDecimal>> known = new HashMap<>();
  private final Map<Asked, BigDecimal> counted = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();

  Pricing(Prices prices) {
    this.prices = prices;
  }

  /** The models of which some tokens had no known price. */
  Set<String> unknown() {
    return unknown;
  }

  /** The prices that were found, the models in order. */
  List<Explained.Priced> used() {
    return known.entrySet().stream()
        .filter(each -> each.getValue().isPresent() && each.getKey().kind < TOKENS.size() - 1)
        .map(each ->
            new Explained.Priced(
                each.getKey().model,
                column(each.getKey().kind),
                terms(each.getKey().conditions),
                each.getKey().day,
                each.getValue().orElseThrow().movePointRight(6),
                counted.getOrDefault(each.getKey(), BigDecimal.ZERO),
                prices.entry(each.getKey().model, each.getKey().day)))
        .sorted(
            Comparator.comparing(Explained.Priced::model)
                .thenComparing(Explained.Priced::column)
                .thenComparing(Explained.Priced::day))
        .toList();
  }

  private static List<String> terms(Conditions conditions) {
    return Stream.of(
            Stream.ofNullable(conditions.serviceTier()),
            Stream.ofNullable(conditions.contextWindow()),
            Stream.ofNullable(conditions.inferenceGeo()),
            Stream.ofNullable(conditions.speed()))
        .flatMap(each -> each)
        .toList();
  }

  /** The stretch in pieces in which no price changes. */
  Buckets pieces(Buckets buckets) {
    Instant from = buckets.stretch().from();
    Instant to = buckets.stretch().to();
    List<Instant> edges = new ArrayList<>(List.of(from));
    prices.changes().stream()
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .filter(time -> time.isAfter(from) && time.isBefore(to))
        .forEach(edges::add);
    List<Instant> starts = List.copyOf(edges);
    edges.add(to);
    return new Buckets(buckets.stretch(), starts, edges);
  }

  /** Dollars and unpriced tokens of one line; dollars are unknown where no price is known. */
  @Nullable BigDecimal[] of(
      @Nullable String model, Conditions conditions, LocalDate day, @Nullable BigDecimal[] counts) {
    BigDecimal dollars = null;
    BigDecimal unpriced = BigDecimal.ZERO;
    for (int kind = 0; kind < counts.length; kind++) {
      BigDecimal count = counts[kind];
      if (count == null || count.signum() == 0) {
        continue;
      }
      Asked asked = new Asked(model == null ? "" : model, kind, conditions, day);
      Optional<BigDecimal> price = price(asked);
      counted.merge(asked, count, BigDecimal::add);
      if (price.isPresent()) {
        dollars = Sums.plus(dollars, count.multiply(price.get()));
      } else {
        unpriced = unpriced.add(count);
        unknown.add(model == null ? "no model" : model);
      }
    }
    boolean nothing = dollars == null && unpriced.signum() == 0;
    return new @Nullable BigDecimal[] {
      nothing && isPriced(model, conditions, day) ? BigDecimal.ZERO : dollars, unpriced
    };
  }

  /**
   * Whether there is a price at all. Where there is none, nothing used costs an unknown amount too:
   * sums must not depend on the groups in which they are added up.
   */
  private boolean isPriced(@Nullable String model, Conditions conditions, LocalDate day) {
    return IntStream.range(0, TOKENS.size() - 1)
        .anyMatch(kind ->
            prices
                .usdPerMillion(model == null ? "" : model, column(kind), conditions, day)
                .isPresent());
  }

  /** Of one token or search. */
  private Optional<BigDecimal> price(Asked asked) {
    boolean search = asked.kind == TOKENS.size() - 1;
    return known.computeIfAbsent(
        asked,
        _ ->
            search
                ? prices.perWebSearch(asked.day)
                : prices
                    .usdPerMillion(asked.model, column(asked.kind), asked.conditions, asked.day)
                    .map(price -> price.movePointLeft(6)));
  }

  private static String column(int kind) {
    return TOKENS.get(kind) instanceof Cell.Summed sum ? sum.columns().getFirst() : "";
  }

  private static Cell sum(String column) {
    return new Cell.Summed(List.of(column), "");
  }
}
