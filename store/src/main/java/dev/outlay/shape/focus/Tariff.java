package dev.outlay.shape.focus;

import dev.outlay.price.Confidence;
import dev.outlay.price.Price;
import dev.outlay.price.PriceBook;
import dev.outlay.price.Terms;
import dev.outlay.price.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the priced unit of a line costs by the price book. A price that is only the least it may be
 * counts as unknown, for no quantity times it would be the cost. One thread at a time.
 */
final class Tariff {
  private static final String CURRENCY = "USD";

  /**
   * Prices of one unit.
   *
   * @param list before the contract's discount
   * @param contracted after it
   * @param seen the day on which it was last seen
   */
  record Rated(BigDecimal list, BigDecimal contracted, Optional<LocalDate> seen) {}

  private record Asked(
      String meter, @Nullable String model, Terms terms, Optional<LocalDate> since) {}

  private final PriceBook book;
  private final PriceBook listed;
  private final NavigableSet<LocalDate> changes;
  private final Map<Asked, Optional<Rated>> known = new HashMap<>();

  Tariff(PriceBook book) {
    this.book = book;
    this.listed = book.atList();
    this.changes = book.changes();
  }

  /** Empty where it is not known. */
  Optional<Rated> of(Charge charge, Meter meter) {
    if (!CURRENCY.equals(charge.currency())) {
      return Optional.empty();
    }
    Optional<LocalDate> since = Optional.ofNullable(changes.floor(charge.day()));
    Asked asked = new Asked(meter.price(), charge.model(), terms(charge), since);
    return known.computeIfAbsent(asked, _ -> found(charge, meter));
  }

  private Optional<Rated> found(Charge charge, Meter meter) {
    return meter.sku().equals(Meter.SEARCHES)
        ? searches(charge.day())
        : meter.kind().flatMap(kind -> tokens(charge, kind));
  }

  private Optional<Rated> tokens(Charge charge, TokenKind kind) {
    String model = charge.model() == null ? "" : charge.model();
    return book.price(model, kind, terms(charge), charge.day())
        .filter(price -> price.confidence() != Confidence.AT_LEAST)
        .map(Tariff::rated);
  }

  private static Rated rated(Price price) {
    return new Rated(price.list(), price.usdPerMillion(), price.entry().seen());
  }

  private Optional<Rated> searches(LocalDate day) {
    return listed
        .perWebSearch(day)
        .flatMap(list -> book.perWebSearch(day).map(contracted -> searches(list, contracted)));
  }

  private static Rated searches(BigDecimal list, BigDecimal contracted) {
    int power = Unit.REQUESTS.power();
    return new Rated(
        list.movePointRight(power), contracted.movePointRight(power), Optional.empty());
  }

  /** Speed is not in the cost report: what does not say that it is fast is not. */
  private static Terms terms(Charge charge) {
    return new Terms(
        charge.tier(), charge.window(), charge.geo(), charge.isFast() ? Charge.FAST : "standard");
  }
}
