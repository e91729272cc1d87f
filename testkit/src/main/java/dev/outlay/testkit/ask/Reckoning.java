package dev.outlay.testkit.ask;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a measure comes to over some rows, worked out row by row; nothing is unknown. */
interface Reckoning {
  Optional<BigDecimal> of(List<Entry> rows);

  /** Unknown where no row says anything. */
  static Reckoning sum(String... columns) {
    return rows ->
        rows.stream()
            .flatMap(row -> Stream.of(columns).flatMap(column -> row.number(column).stream()))
            .reduce(BigDecimal::add);
  }

  /** Of those rows only. */
  default Reckoning where(Predicate<Entry> which) {
    return rows -> of(rows.stream().filter(which).toList());
  }

  /** Cents in the currency's own unit. */
  default Reckoning hundredth() {
    return rows -> of(rows).map(cents -> cents.movePointLeft(2));
  }

  /** The ratio of the sums; unknown where a part is, or where there is nothing to divide by. */
  default Reckoning over(Reckoning... parts) {
    return rows -> {
      List<Optional<BigDecimal>> under = Stream.of(parts).map(each -> each.of(rows)).toList();
      return under.stream().allMatch(Optional::isPresent)
          ? ratio(of(rows), under.stream().flatMap(Optional::stream).reduce(BigDecimal::add))
          : Optional.empty();
    };
  }

  private static Optional<BigDecimal> ratio(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return b.filter(under -> under.signum() != 0)
        .flatMap(under -> a.map(over -> over.divide(under, 12, RoundingMode.HALF_EVEN)));
  }

  /** How many different combinations there are of people, and of what is told besides. */
  static Reckoning people(boolean days) {
    return rows ->
        Optional.of(
            BigDecimal.valueOf(
                rows.stream()
                    .filter(row -> row.isOneOf("actor_type", "user_actor"))
                    .map(row -> row.text("actor") + (days ? " " + row.day() : ""))
                    .distinct()
                    .count()));
  }
}
