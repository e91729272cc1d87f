package dev.outlay.shape.focus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of the meter a line stands for.
 *
 * @param priced in the unit that has a price; null where it is not known
 * @param source how it came to be known
 */
record Quantity(@Nullable BigDecimal priced, Source source) {
  /** Digits behind the point of a quantity that is not whole. */
  static final int SCALE = 12;

  private static final Quantity UNKNOWN = new Quantity(null, Source.UNKNOWN);

  /** How a quantity came to be known. */
  enum Source {
    /** The usage report says it of just this line. */
    MEASURED,
    /** The cost divided by the price. */
    DERIVED,
    UNKNOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Quantity of(Charge charge, Meter meter, Optional<Tariff.Rated> rated) {
    return meter
        .unit()
        .map(unit -> measured(charge, unit).orElseGet(() -> derived(charge, rated)))
        .orElse(UNKNOWN);
  }

  private static Optional<Quantity> measured(Charge charge, Unit unit) {
    return Optional.ofNullable(charge.measured())
        .map(count -> unit.priced(BigDecimal.valueOf(count)))
        .map(priced -> new Quantity(priced, Source.MEASURED));
  }

  private static Quantity derived(Charge charge, Optional<Tariff.Rated> rated) {
    return rated
        .map(Tariff.Rated::contracted)
        .filter(price -> price.signum() > 0)
        .map(price -> charge.billed().divide(price, SCALE, RoundingMode.HALF_EVEN))
        .map(priced -> new Quantity(priced, Source.DERIVED))
        .orElse(UNKNOWN);
  }
}
