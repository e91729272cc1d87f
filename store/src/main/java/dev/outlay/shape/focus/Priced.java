package dev.outlay.shape.focus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line of the bill with its meter, its prices and its quantity: what columns are made of. */
record Priced(Charge charge, Meter meter, Optional<Tariff.Rated> rated, Quantity quantity) {
  /** Digits behind the point of an amount of money; the bill's own. */
  static final int SCALE = 20;

  private static final BigDecimal PER_MILLE = new BigDecimal("0.001");
  private static final BigDecimal LEAST = new BigDecimal("0.0001");

  static Priced of(Charge charge, Tariff tariff) {
    Meter meter = Meter.of(charge);
    Optional<Tariff.Rated> rated = tariff.of(charge, meter);
    return new Priced(charge, meter, rated, Quantity.of(charge, meter, rated));
  }

  @Nullable BigDecimal listPrice() {
    return rated.map(Tariff.Rated::list).orElse(null);
  }

  @Nullable BigDecimal contractedPrice() {
    return rated.map(Tariff.Rated::contracted).orElse(null);
  }

  /** Price times quantity; where either is unknown, what was billed. */
  BigDecimal listCost() {
    return cost(Tariff.Rated::list);
  }

  /** The same after the contract's discount. */
  BigDecimal contractedCost() {
    return quantity.source() == Quantity.Source.DERIVED
        ? charge.billed()
        : cost(Tariff.Rated::contracted);
  }

  @Nullable BigDecimal consumed() {
    BigDecimal priced = quantity.priced();
    return priced == null ? null : meter.unit().map(unit -> unit.counted(priced)).orElse(null);
  }

  /** Whether the final bill is another one than the measured quantity has at the known price. */
  boolean isOffPrice() {
    BigDecimal off = charge.billed().subtract(contractedCost()).abs();
    return charge.settled()
        && quantity.source() == Quantity.Source.MEASURED
        && off.compareTo(charge.billed().abs().multiply(PER_MILLE).max(LEAST)) > 0;
  }

  private BigDecimal cost(Function<Tariff.Rated, BigDecimal> price) {
    BigDecimal priced = quantity.priced();
    return priced == null
        ? charge.billed()
        : rated.map(price).map(each -> rounded(each.multiply(priced))).orElse(charge.billed());
  }

  private static BigDecimal rounded(BigDecimal cost) {
    return cost.scale() > SCALE ? cost.setScale(SCALE, RoundingMode.HALF_EVEN) : cost;
  }
}
