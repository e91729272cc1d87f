package dev.outlay.ask.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of an answer about spend. Amounts are exact, in units of the answer's currency.
 *
 * @param bucket the first day of its bucket, where time was broken down
 * @param groups one for each dimension asked for
 * @param amount what was spent
 * @param previous what was spent in the period before; empty where that is not known
 */
public record SpendRow(
    Optional<LocalDate> bucket,
    List<Group> groups,
    BigDecimal amount,
    Optional<BigDecimal> previous) {
  private static final int PLACES = 6;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  public Optional<BigDecimal> change() {
    return previous.map(amount::subtract);
  }

  /** The change in percent of what was before; empty where nothing was. */
  public Optional<BigDecimal> changePercent() {
    return previous.flatMap(before -> percent(amount.subtract(before), before));
  }

  /** Its part of the total in percent; empty where the total is nothing. */
  public Optional<BigDecimal> share(BigDecimal total) {
    return percent(amount, total);
  }

  private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.multiply(PERCENT).divide(whole.abs(), PLACES, RoundingMode.HALF_EVEN));
  }
}
