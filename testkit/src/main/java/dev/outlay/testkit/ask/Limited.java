package dev.outlay.testkit.ask;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.testkit.ask.Told.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ask for few groups says of each what the ask for all of them says, and of the rest what the
 * others come to.
 *
 * @param few the answer with a limit
 * @param all the same without
 */
record Limited(Told few, Told all) {
  /** The groups that are told apart. */
  Set<List<@Nullable String>> shown() {
    return shownLines().map(Line::ids).collect(toSet());
  }

  /** Each group that is told apart, in each bucket. */
  void checkShown() {
    assertThat(shownLines().map(Limited::written))
        .containsExactlyInAnyOrderElementsOf(ofAll(true).map(Limited::written).toList());
  }

  /** The rest of each bucket, where figures can be added. */
  void checkRest() {
    for (Line rest : few.lines().stream().filter(line -> line.others() > 0).toList()) {
      assertThat(exact(rest.values().getFirst()))
          .as("the rest of %s", rest.time())
          .isEqualTo(sum(others(rest.time()).map(line -> line.values().getFirst()).toList()));
    }
    assertThat(few.lines().stream().filter(line -> line.others() > 0).map(Line::time))
        .containsExactlyInAnyOrderElementsOf(ofAll(false).map(Line::time).collect(toSet()));
  }

  private Stream<Line> others(Optional<Instant> time) {
    return ofAll(false).filter(line -> line.time().equals(time));
  }

  private Stream<Line> shownLines() {
    return few.lines().stream().filter(line -> line.others() == 0);
  }

  private Stream<Line> ofAll(boolean isShown) {
    Set<List<@Nullable String>> shown = shown();
    return all.lines().stream().filter(line -> shown.contains(line.ids()) == isShown);
  }

  private static String written(Line line) {
    return Stream.of(
            List.of(line.time(), line.ids()),
            line.values().stream().map(Limited::exact).toList(),
            line.previous().stream().map(Limited::exact).toList())
        .toList()
        .toString();
  }

  private static @Nullable BigDecimal sum(List<@Nullable Number> values) {
    return values.stream()
        .filter(Objects::nonNull)
        .map(Limited::exact)
        .reduce(BigDecimal::add)
        .map(BigDecimal::stripTrailingZeros)
        .orElse(null);
  }

  private static @Nullable BigDecimal exact(@Nullable Number value) {
    return value == null ? null : new BigDecimal(value.toString()).stripTrailingZeros();
  }
}
