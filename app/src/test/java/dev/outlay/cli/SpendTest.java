package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.holder.CostFile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code outlay spend} adds to the ask that it is. */
class SpendTest {
  @TempDir private Path folder = Path.of("");
  private World world = new World(Path.of(""));

  @BeforeEach
  void collect() {
    world = new World(folder).with("OUTLAY_NOW", "2026-11-21T12:00:00Z");
    try (CostFile costs = new CostFile(folder.resolve("s.duckdb"))) {
      costs
          .cost("2026-11-20", "claude-opus-4-6", null, "100", "USD")
          .cost("2026-11-14", "claude-opus-4-6", null, "700", "USD")
          .cost("2026-11-20", "claude-opus-4-6", null, "999", "EUR")
          .cost("2026-11-19", "claude-opus-4-6", null, "0.000000000000000001", "EUR")
          .cost("2026-11-20", null, null, "50", null)
          .keep("2026-11-01", "2026-11-21", "2026-11-18");
    }
  }

  @Test
  void currenciesAreNeverAddedAndEachIsNamed() {
    spend("--last", "7d", "--format", "csv");
    String unknownInDollars = ",,,true,false";
    assertThat(world.out().lines().skip(1))
        .containsExactly(line("1.00000000000000000000"), unknownInDollars);
    assertThat(world.err())
        .contains("Not included: 9.99000000000000000001 EUR; --currency EUR shows it.\n")
        .contains("Not included: 0.5 without a currency.\n")
        .doesNotContain("USD");
  }

  @Test
  void anotherCurrencyIsShownInItsOwnColumn() {
    spend("--last", "7d", "--currency", "eur", "--format", "csv");
    assertThat(world.out())
        .startsWith("model,amount_eur,share_percent,provisional,estimated\r\n")
        .contains(line("9.99000000000000000001"));
    assertThat(world.err()).contains("Not included: 1 USD; --currency USD shows it.\n");
    spend("--last", "7d", "--currency", "EUR");
    assertThat(world.out()).contains("amount EUR").containsPattern("Total +9.99 +100.0");
  }

  @Test
  void aCurrencyThatNobodyUsesIsNothing() {
    spend("--last", "7d", "--currency", "CHF");
    assertThat(world.out()).containsPattern("Total +0.00 +–");
    assertThat(world.err()).contains("Not included: 1 USD");
  }

  @Test
  void aWeekIsSevenDays() {
    spend("--last", "1w", "--format", "csv");
    String week = world.out();
    assertThat(week).contains(line("1.00000000000000000000"));
    spend("--from", "2026-11-15", "--format", "csv");
    assertThat(world.out()).isEqualTo(week);
    spend("--last", "2w", "--format", "csv");
    assertThat(world.out()).contains(line("8.00000000000000000000"));
  }

  @Test
  void byNothingIsTheTotalAlone() {
    spend("--last", "7d", "--by=");
    assertThat(world.out().lines().skip(2).map(String::strip)).containsExactly("1.00    100.0");
  }

  @Test
  void whatTheBillIsNotDividedByIsSaidInALine() {
    assertThat(run("--by", "terminal")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err().lines())
        .singleElement()
        .asString()
        .contains("cost is not known by terminal");
    assertThat(run("--grain", "hour")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("grain must be day, week or month");
  }

  @Test
  void aCurrencyThatIsNoneIsSaidToBeSo() {
    assertThat(run("--currency", "x' OR '1'='1")).isEqualTo(Exit.WRONG_USE);
    assertThat(run("--currency", "EURO")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err().lines())
        .singleElement()
        .asString()
        .contains("--currency EURO is no currency; write a code such as USD");
  }

  @Test
  void aDayThatIsNoneIsSaidToBeSo() {
    assertThat(world.run("spend", "--from", "2026-11-31")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("'2026-11-31' is no day").doesNotContain("java");
  }

  private static String line(String amount) {
    return "claude-opus-4-6," + amount + ",100.000000,true,false";
  }

  private void spend(String... options) {
    assertThat(run(options)).as(world.err()).isZero();
  }

  private int run(String... options) {
    return world.run(
        Stream.concat(Stream.of("spend", "--store", "s.duckdb"), Stream.of(options))
            .toArray(String[]::new));
  }
}
