package dev.outlay.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTest {
  @ParameterizedTest
  @CsvSource({
    "Anthropic spend (last 30d), 30d",
    "Spend of the last 7 days, 7d",
    "14-day tokens, 14d",
    "Last 2 weeks, 14d",
    "Tokens in 24 hours, 24h",
    "Input tokens today, 1d",
    "Input tokens today, today",
    "Yesterday, yesterday",
    "Spend MTD, mtd",
    "Cost this month, mtd",
    "Cost of last month, last_month",
    "Year to date, ytd"
  })
  void aTitleThatNamesItsWindowKeepsItsPromise(String title, String window) {
    assertThat(Promise.in(title)).hasValueSatisfying(p -> assertThat(p.kept(window)).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "Spend (last 30d), 7d",
    "Tokens today, 30d",
    "Spend MTD, last_month",
    "Last month, mtd"
  })
  void aTitleThatNamesAnotherDoesNot(String title, String window) {
    assertThat(Promise.in(title)).hasValueSatisfying(p -> assertThat(p.kept(window)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Spend by model", "Claude 3.5 tokens", "Todays", "Lastly", "5m cache writes"})
  void aTitleWithoutAPeriodPromisesNone(String title) {
    assertThat(Promise.in(title)).isEmpty();
  }
}
