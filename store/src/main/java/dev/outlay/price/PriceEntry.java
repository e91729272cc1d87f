package dev.outlay.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one model for some time.
 *
 * @param model its id; one that ends in a date stands for its family too
 * @param name for people
 * @param validity the days for which these prices hold
 * @param seen the day on which they were last seen
 * @param source where they are from
 * @param notes what one should know about them
 */
public record PriceEntry(
    String model,
    String name,
    Validity validity,
    Optional<LocalDate> seen,
    String source,
    List<String> notes,
    Rates base,
    Rates fast,
    LongContext longContext,
    Optional<BigDecimal> usMultiplier,
    Map<String, BigDecimal> tiers) {
  public PriceEntry {
    notes = List.copyOf(notes);
    tiers = Map.copyOf(tiers);
  }

  /** This entry, and the other's word where this one says nothing. */
  PriceEntry over(PriceEntry other) {
    return new PriceEntry(
        model,
        name.equals(model) ? other.name : name,
        validity,
        seen.or(other::seen),
        source,
        notes,
        base.over(other.base),
        fast.over(other.fast),
        longContext.equals(LongContext.NONE) ? other.longContext : longContext,
        usMultiplier.or(other::usMultiplier),
        both(tiers, other.tiers));
  }

  PriceEntry withTiers(Map<String, BigDecimal> usual) {
    return new PriceEntry(
        model,
        name,
        validity,
        seen,
        source,
        notes,
        base,
        fast,
        longContext,
        usMultiplier,
        both(tiers, usual));
  }

  static Map<String, BigDecimal> both(
      Map<String, BigDecimal> first, Map<String, BigDecimal> second) {
    Map<String, BigDecimal> both = new HashMap<>(second);
    both.putAll(first);
    return both;
  }

  /** Empty where it has no price, or where the terms do not decide it. */
  Optional<Rate> rate(TokenKind kind, Terms terms) {
    List<Rate> possible =
        speeds(kind, terms).stream()
            .flatMap(rate -> longContext.of(kind, rate, terms.contextWindow()).stream())
            .flatMap(rate -> places(rate, terms.inferenceGeo()).stream())
            .toList();
    return one(possible).flatMap(rate -> tier(terms.serviceTier()).map(rate::times));
  }

  private static Optional<Rate> one(List<Rate> possible) {
    return possible.stream()
        .findFirst()
        .filter(first -> possible.stream().allMatch(first::isWorth));
  }

  /** Fast mode is not to be had in batches. */
  private List<Rate> speeds(TokenKind kind, Terms terms) {
    List<Rate> usual = base.of(kind).stream().toList();
    List<Rate> quick = terms.isBatch() ? List.of() : fast.of(kind).stream().toList();
    return switch (terms.speed()) {
      case Terms.STANDARD -> usual;
      case Terms.FAST -> quick;
      case null -> usual.isEmpty() ? usual : concat(usual, quick);
      default -> List.of();
    };
  }

  private List<Rate> places(Rate rate, @Nullable String geo) {
    List<Rate> american = usMultiplier.map(rate::times).stream().toList();
    return switch (geo) {
      case "global", "not_available" -> List.of(rate);
      case Terms.US -> american;
      case null -> concat(List.of(rate), american);
      default -> List.of();
    };
  }

  private Optional<BigDecimal> tier(@Nullable String tier) {
    return tier == null ? Optional.empty() : Optional.ofNullable(tiers.get(tier));
  }

  private static List<Rate> concat(List<Rate> some, List<Rate> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
