package dev.outlay.cli.output;

import dev.outlay.ask.spend.SpendRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a sheet.
 *
 * @param row its figures
 * @param label what it is called when it is no group
 * @param atLeast whether its amount may be more
 */
record SheetLine(SpendRow row, Optional<String> label, boolean atLeast) {
  private static final String UNKNOWN = "unknown";

  static SheetLine of(SpendRow group) {
    return new SheetLine(group, Optional.empty(), false);
  }

  BigDecimal amount() {
    return row.amount();
  }

  String amountText() {
    return (atLeast ? "≥ " : "") + Rounded.MONEY.of(row.amount());
  }

  String previousText() {
    return row.previous().map(Rounded.MONEY::of).orElse(UNKNOWN);
  }

  String changeText() {
    return row.change().map(Rounded.MONEY::signed).orElse(UNKNOWN);
  }

  String changePercentText() {
    String withoutBefore = row.amount().signum() == 0 ? "0.0" : "new";
    return row.changePercent()
        .map(Rounded.PERCENT::signed)
        .orElse(row.previous().isEmpty() ? UNKNOWN : withoutBefore);
  }

  String bucketText() {
    return row.bucket().map(Object::toString).orElse(label.orElse(""));
  }

  /** The label, where it does not stand in the column of the days already. */
  String labelBeside(boolean dated) {
    return dated && row.bucket().isEmpty() ? "" : label.orElse("");
  }

  Optional<String> id(int i) {
    return row.groups().stream()
        .skip(i)
        .findFirst()
        .flatMap(each -> Optional.ofNullable(each.id()));
  }

  Optional<String> name(int i) {
    return row.groups().stream().skip(i).findFirst().map(each -> each.name());
  }
}
