package dev.outlay.testkit.ask;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.testkit.ask.Sum.Group;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks made up at random about rows of UTC days, and what they must come to. Days stay the days
 * they are, whatever the zone of the ask; only where they begin is the zone's.
 *
 * @param asking answers asks as their texts
 * @param rows all that was loaded
 */
record DailyAsks(Function<Map<String, String>, Told> asking, Family family, List<Entry> rows) {
  private static final List<String> ZONES = List.of("UTC", "America/New_York", "Asia/Tokyo");

  void check(Random random) {
    LocalDate from = LocalDate.of(2026, 10, 13).plusDays(random.nextInt(20));
    LocalDate last = from.plusDays(random.nextInt(7));
    Family.Narrowed narrowed = Family.one(random, family.narrowed());
    Map<String, String> ask = family.any(random);
    ask.put("zone", Family.one(random, ZONES));
    ask.put("period", from + ".." + last);
    ask.put("where", narrowed.where());
    check(
        ask,
        rows.stream()
            .filter(row -> row.table().name().equals(family.table()))
            .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(last))
            .filter(narrowed.which())
            .toList());
  }

  private void check(Map<String, String> ask, List<Entry> counted) {
    Told answer = asking.apply(ask);
    Map<Group, Optional<BigDecimal>> told = new HashMap<>();
    answer
        .lines()
        .forEach(
            line -> told.put(new Group(line.time(), line.ids()), exact(line.values().getFirst())));
    Map<Group, Optional<BigDecimal>> expected = expected(ask, counted);
    expected.forEach(
        (group, value) -> assertThat(told.get(group)).as("%s of %s", ask, group).isEqualTo(value));
    told.keySet().removeAll(expected.keySet());
    assertThat(told.values()).as("%s", ask).allMatch(DailyAsks::isNothing);
    Optional<BigDecimal> total = exact(answer.totals().getFirst());
    if (counted.isEmpty()) {
      assertThat(total).as("%s", ask).matches(DailyAsks::isNothing);
    } else {
      assertThat(total).as("total of %s", ask).isEqualTo(value(ask, counted));
    }
  }

  private static boolean isNothing(Optional<BigDecimal> value) {
    return value.isEmpty() || value.get().signum() == 0;
  }

  private Map<Group, Optional<BigDecimal>> expected(Map<String, String> ask, List<Entry> counted) {
    Map<Group, Optional<BigDecimal>> expected = new HashMap<>();
    counted.stream()
        .collect(groupingBy(row -> group(ask, row)))
        .forEach((group, some) -> expected.put(group, value(ask, some)));
    return expected;
  }

  private Optional<BigDecimal> value(Map<String, String> ask, List<Entry> some) {
    Reckoning measure = family.measures().get(ask.getOrDefault("measures", ""));
    return java.util.Objects.requireNonNull(measure).of(some).map(BigDecimal::stripTrailingZeros);
  }

  private static Group group(Map<String, String> ask, Entry row) {
    List<@Nullable String> ids = new ArrayList<>();
    String by = ask.getOrDefault("by", "");
    List<String> dimensions = by.isEmpty() ? List.of() : List.of(by.split(","));
    dimensions.forEach(each -> ids.add(row.is(each)));
    String grain = ask.getOrDefault("grain", "");
    ZoneId zone = ZoneId.of(ask.getOrDefault("zone", "UTC"));
    return new Group(
        Optional.of(grain)
            .filter(word -> !word.isEmpty())
            .map(word -> Sum.start(row.day(), word, zone)),
        ids);
  }

  /** Neither money nor a count is ever a binary fraction. */
  private static Optional<BigDecimal> exact(@Nullable Number number) {
    if (number != null) {
      assertThat(number).isInstanceOfAny(Long.class, BigInteger.class, BigDecimal.class);
    }
    return Optional.ofNullable(number)
        .map(each -> new BigDecimal(each.toString()).stripTrailingZeros());
  }
}
