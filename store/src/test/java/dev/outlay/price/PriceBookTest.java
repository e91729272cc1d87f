package dev.outlay.price;

import static dev.outlay.price.TokenKind.CACHE_READ;
import static dev.outlay.price.TokenKind.CACHE_WRITE_1H;
import static dev.outlay.price.TokenKind.OUTPUT;
import static dev.outlay.price.TokenKind.UNCACHED_INPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceBookTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final PriceBook SHIPPED = PriceBook.shipped();

  /** Figures typed from the price page once more, not read from the file under test. */
  @ParameterizedTest
  @CsvSource({
    "claude-fable-5-1,10,0.25,12.5,20,50",
    "claude-mythos-5,10,1,12.5,20,50",
    "claude-opus-5-5,4,0.2,5,8,20",
    "claude-opus-5,5,0.5,6.25,10,25",
    "claude-opus-4-5-20251101,5,0.5,6.25,10,25",
    "claude-opus-4-1-20250805,15,1.5,18.75,30,75",
    "claude-sonnet-5-5,2,0.1,2.5,4,10",
    "claude-sonnet-4-6,3,0.3,3.75,6,15",
    "claude-haiku-5-5,0.1,0.01,0.125,0.2,0.5",
    "claude-haiku-4-5-20251001,1,0.1,1.25,2,5",
    "claude-3-5-haiku-20241022,0.8,0.08,1,1.6,4",
  })
  void listPricesAreThoseOfThePricePage(
      String model, String input, String read, String write5m, String write1h, String output) {
    assertThat(Arrays.stream(TokenKind.values()).map(kind -> usual(model, kind)))
        .containsExactly(input, read, write5m, write1h, output);
  }

  @Test
  void aSnapshotHasThePriceOfItsFamilyAndTheFamilyThatOfItsSnapshot() {
    assertThat(usual("claude-opus-5-5-20261006", OUTPUT)).isEqualTo("20");
    assertThat(usual("claude-opus-4-5", OUTPUT)).isEqualTo("25");
    assertThat(usual("claude-opus-4-5-20260101", OUTPUT)).isEqualTo("25");
    assertThat(usual("claude-3-5-haiku-latest", OUTPUT)).isEqualTo("4");
  }

  @Test
  void anUnknownModelHasNoPriceRatherThanNought() {
    assertThat(usual("claude-opus-9", OUTPUT)).isEqualTo("-");
    assertThat(usual("claude-opus", OUTPUT)).isEqualTo("-");
    assertThat(usual("claude-opus-5-5-turbo", OUTPUT)).isEqualTo("-");
    assertThat(usual("", OUTPUT)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "claude-opus-5,standard,0-200k,global,standard,10",
        "claude-opus-5,batch,0-200k,global,standard,5",
        "claude-opus-5,standard,0-200k,us,standard,11",
        "claude-opus-5,batch,0-200k,us,standard,5.5",
        "claude-opus-5,standard,200k-1M,not_available,standard,10",
        "claude-opus-5,standard,0-200k,global,fast,20",
        "claude-opus-5,standard,0-200k,us,fast,22",
        "claude-opus-4-6,standard,0-200k,global,fast,10",
      })
  void termsMultiply(
      String model, String tier, String context, String geo, String speed, String write1h) {
    assertThat(text(model, CACHE_WRITE_1H, new Terms(tier, context, geo, speed)))
        .isEqualTo(write1h);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "claude-opus-5,null,0-200k,global,standard",
        "claude-opus-5,priority,0-200k,global,standard",
        "claude-opus-5,flex,0-200k,global,standard",
        "claude-opus-5,standard,0-200k,eu,standard",
        "claude-opus-5,standard,0-200k,null,standard",
        "claude-opus-5,standard,0-200k,global,turbo",
        "claude-opus-5,standard,0-200k,global,null",
        "claude-opus-5,batch,0-200k,global,fast",
        "claude-opus-4-7,standard,0-200k,global,fast",
        "claude-opus-4-5-20251101,standard,0-200k,us,standard",
        "claude-haiku-5-5,standard,null,global,standard",
        "claude-haiku-5-5,standard,1M-2M,global,standard",
      })
  void aTermThatIsNotKnownLeavesThePriceUnknown(
      String model, String tier, String context, String geo, String speed) {
    assertThat(text(model, OUTPUT, new Terms(tier, context, geo, speed))).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "claude-opus-5,batch,0-200k,global,null,12.5",
        "claude-opus-5,standard,null,global,standard,25",
        "claude-opus-5,standard,1M-2M,global,standard,25",
        "claude-opus-4-5-20251101,standard,null,null,null,25",
        "claude-opus-4-6,standard,null,global,null,25",
      })
  void aTermThatDoesNotMatterMayBeUnknown(
      String model, String tier, String context, String geo, String speed, String output) {
    assertThat(text(model, OUTPUT, new Terms(tier, context, geo, speed))).isEqualTo(output);
  }

  @Test
  void whatACutDoesNotTellIsTakenAsUsualOnlyWhenSaid() {
    Terms spend = new Terms("batch", null, null, null);
    assertThat(text("claude-opus-5", UNCACHED_INPUT, spend)).isEqualTo("-");
    assertThat(text("claude-opus-5", UNCACHED_INPUT, spend.assuming(Terms.USUAL))).isEqualTo("2.5");
  }

  @Test
  void aStepThatUsageCannotShowMakesThePriceALowerBound() {
    assertThat(price("claude-haiku-5-5", OUTPUT, Terms.USUAL).orElseThrow().confidence())
        .isEqualTo(Confidence.AT_LEAST);
    Terms longer = new Terms("standard", "200k-1M", "global", "standard");
    assertThat(price("claude-haiku-5-5", OUTPUT, longer).orElseThrow())
        .extracting(Price::usdPerMillion, Price::confidence)
        .containsExactly(new BigDecimal("2.5"), Confidence.CAPTURED);
  }

  @Test
  void whatIsDisputedOrNotDocumentedSaysSo() {
    Terms fast = new Terms("standard", "0-200k", "global", "fast");
    assertThat(price("claude-opus-5-5", OUTPUT, fast).orElseThrow().confidence())
        .isEqualTo(Confidence.UNCERTAIN);
    assertThat(price("claude-sonnet-5-5", CACHE_READ, Terms.USUAL).orElseThrow().confidence())
        .isEqualTo(Confidence.DISPUTED);
    assertThat(price("claude-sonnet-5-5", OUTPUT, Terms.USUAL).orElseThrow().confidence())
        .isEqualTo(Confidence.CAPTURED);
  }

  @Test
  void pricesAreThoseOfTheDay() {
    assertThat(on("2026-10-07")).contains(new BigDecimal("0.2"));
    assertThat(on("2026-10-08")).contains(new BigDecimal("0.1"));
    assertThat(SHIPPED.changes()).containsExactly(LocalDate.parse("2026-10-08"));
  }

  @Test
  void tokensTimesPriceIsExact() {
    Price price = price("claude-haiku-5-5", CACHE_READ, Terms.USUAL).orElseThrow();
    assertThat(price.usd(123_456_789_012_345_679L)).isEqualByComparingTo("1234567890.12345679");
  }

  @Test
  void aSearchHasAPrice() {
    assertThat(SHIPPED.perWebSearch(DAY)).contains(new BigDecimal("0.010"));
  }

  @Test
  void anOwnFileChangesWhatItNamesAndLeavesTheRest() {
    PriceBook book =
        own(
            """
            models:
              - {id: claude-opus-5, from: 2026-11-01, to: 2026-11-30, output: 21.125}
              - {id: claude-opus-9, input: 1, output: 2}
            """);
    assertThat(book.usdPerMillion("claude-opus-5", OUTPUT, Terms.USUAL, DAY))
        .contains(new BigDecimal("21.125"));
    assertThat(book.usdPerMillion("claude-opus-5", UNCACHED_INPUT, Terms.USUAL, DAY))
        .contains(new BigDecimal("5"));
    assertThat(
            book.usdPerMillion("claude-opus-5", OUTPUT, Terms.USUAL, LocalDate.parse("2026-12-01")))
        .contains(new BigDecimal("25"));
    assertThat(book.price("claude-opus-9", OUTPUT, Terms.USUAL, DAY).orElseThrow())
        .extracting(Price::usdPerMillion, Price::confidence)
        .containsExactly(new BigDecimal("2"), Confidence.YOURS);
    assertThat(book.usdPerMillion("claude-opus-9", CACHE_READ, Terms.USUAL, DAY)).isEmpty();
  }

  @Test
  void aContractTakesItsPercentOffTheMoreNarrowOneFirst() {
    PriceBook book =
        own(
            """
            discounts:
              - {percent: 10, from: 2026-01-01}
              - {percent: 12.5, models: [claude-opus-4-5-20251101], to: 2026-11-20}
            """);
    assertThat(book.usdPerMillion("claude-opus-4-5", OUTPUT, Terms.USUAL, DAY).orElseThrow())
        .isEqualByComparingTo("21.875");
    assertThat(
            book.usdPerMillion("claude-opus-4-5", OUTPUT, Terms.USUAL, DAY.plusDays(1))
                .orElseThrow())
        .isEqualByComparingTo("22.5");
    assertThat(book.usdPerMillion("claude-opus-5", OUTPUT, Terms.USUAL, DAY).orElseThrow())
        .isEqualByComparingTo("22.5");
    assertThat(book.perWebSearch(DAY).orElseThrow()).isEqualByComparingTo("0.009");
    assertThat(book.perWebSearch(LocalDate.parse("2025-12-31")).orElseThrow())
        .isEqualByComparingTo("0.01");
    assertThat(book.atList().usdPerMillion("claude-opus-5", OUTPUT, Terms.USUAL, DAY))
        .contains(new BigDecimal("25"));
  }

  @Test
  void aTierThatIsNotPublicMayBeGivenAFactor() {
    assertThat(
            own("tiers: {flex: 0.5}")
                .usdPerMillion(
                    "claude-opus-5", OUTPUT, new Terms("flex", null, "global", "standard"), DAY)
                .orElseThrow())
        .isEqualByComparingTo("12.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models: [{id: a, input: 1,5}] | mine.yml line 1: '5' is not known here",
        "models: [{id: a, output: cheap}] | mine.yml line 1: output is 'cheap', not a price such as",
        "models: [{id: a, output: -1}] | mine.yml line 1: output is '-1', not a price such as",
        "models: [{id: a, output: 1 sure}] | mine.yml line 1: output is '1 sure', not a price such as",
        "models: [{output: 1}] | mine.yml line 1: id is missing",
        "models: {id: a} | mine.yml line 1: a list is wanted here",
        "modles: [] | mine.yml line 1: 'modles' is not known here; known are discounts, models",
        "discounts: [{percent: 101}] | mine.yml line 1: percent must be there, from 0 to 100",
        "discounts: [{percent: 1, from: 2026-02-30}] | mine.yml line 1: from is '2026-02-30', not a day",
        "discounts: [{percent: 1, from: 2026-02-03, to: 2026-02-02}] | mine.yml line 1: to is before from",
        "models: [ | mine.yml line 1: this is not YAML",
        "just words | mine.yml line 1: prices are written as name: value",
      })
  void aWrongFileIsRefusedInOneLineWithThePlace(String text, String message) {
    assertThatThrownBy(() -> own(text))
        .isInstanceOf(BadPrices.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SHIPPED.with(Path.of("nowhere.yml")))
        .isInstanceOf(BadPrices.class)
        .hasMessageContaining("nowhere.yml");
  }

  @Test
  void anEmptyFileChangesNothing() {
    assertThat(own("# nothing yet").usdPerMillion("claude-opus-5", OUTPUT, Terms.USUAL, DAY))
        .contains(new BigDecimal("25"));
  }

  private static PriceBook own(String text) {
    return SHIPPED.with("mine.yml", new StringReader(text));
  }

  private static Optional<BigDecimal> on(String day) {
    return SHIPPED.usdPerMillion(
        "claude-sonnet-5-5", CACHE_READ, Terms.USUAL, LocalDate.parse(day));
  }

  private static String usual(String model, TokenKind kind) {
    return text(model, kind, Terms.USUAL);
  }

  private static String text(String model, TokenKind kind, Terms terms) {
    return price(model, kind, terms)
        .map(price -> price.usdPerMillion().stripTrailingZeros().toPlainString())
        .orElse("-");
  }

  private static Optional<Price> price(String model, TokenKind kind, Terms terms) {
    return SHIPPED.price(model, kind, terms, DAY);
  }
}
