package dev.outlay.cli.demo;

import dev.outlay.cli.screen.Ink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names with amounts, drawn as bars; those beyond the first few are summed up.
 *
 * @param money whether amounts are dollars rather than tokens
 */
record Bars(String title, List<Bar> bars, boolean money) {
  private static final int MOST = 6;
  private static final int LENGTH = 26;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** One of them. */
  record Bar(String name, BigDecimal amount) {}

  List<String> lines(Ink ink) {
    List<Bar> shown = shown();
    int name = shown.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
    BigDecimal sum = sum(bars);
    List<String> lines = new ArrayList<>();
    lines.add("  " + ink.bold(title));
    shown.forEach(bar -> lines.add(line(bar, name, sum, ink)));
    return lines;
  }

  private String line(Bar bar, int name, BigDecimal sum, Ink ink) {
    BigDecimal share = share(bar.amount(), sum);
    int cells =
        share
            .multiply(BigDecimal.valueOf(LENGTH))
            .divide(HUNDRED, 0, RoundingMode.CEILING)
            .intValue();
    return "  %-".concat(name + "s  %12s  ").formatted(bar.name(), amount(bar.amount()))
        + ink.blue("█".repeat(Math.max(0, cells)))
        + ink.dim("░".repeat(Math.max(0, LENGTH - cells)))
        + "  "
        + share.setScale(0, RoundingMode.HALF_UP)
        + " %";
  }

  private List<Bar> shown() {
    if (bars.size() <= MOST) {
      return bars;
    }
    List<Bar> shown = new ArrayList<>(bars.subList(0, MOST - 1));
    List<Bar> rest = bars.subList(MOST - 1, bars.size());
    shown.add(new Bar(rest.size() + " others", sum(rest)));
    return shown;
  }

  private String amount(BigDecimal amount) {
    return money ? dollars(amount) : tokens(amount);
  }

  static String dollars(BigDecimal amount) {
    return String.format(Locale.ROOT, "$%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** {@code 12.3 M}. */
  static String tokens(BigDecimal amount) {
    BigDecimal million = BigDecimal.valueOf(1_000_000);
    return String.format(Locale.ROOT, "%,.1f M", amount.divide(million, 1, RoundingMode.HALF_UP));
  }

  static BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<Bar> bars) {
    return bars.stream().map(Bar::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
