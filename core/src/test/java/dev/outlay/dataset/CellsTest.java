package dev.outlay.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.table.Type;
import dev.outlay.table.Type.Plain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  private static @Nullable Object cell(Type type, @Nullable Object value) {
    return Cells.cell(type, value, "cost.amount");
  }

  private static AbstractThrowableAssert<?, ?> refused(Type type, Object value) {
    return assertThatThrownBy(() -> cell(type, value))
        .isInstanceOf(Misfit.class)
        .hasMessageStartingWith("cost.amount: ");
  }

  @ParameterizedTest
  @CsvSource({
    "41280.000000, 41280.000000, 412.80000000",
    "9, 9, 0.09",
    "123.78912, 123.78912, 1.2378912",
    "-0.5, -0.5, -0.005",
    "0.000000000000000001, 0.000000000000000001, 0.00000000000000000001",
    "1.100000000000000000000000000000, 1.1, 0.011",
    "99999999999999999999.999999999999999999, 99999999999999999999.999999999999999999,"
        + " 999999999999999999.99999999999999999999"
  })
  void anAmountKeepsEveryDigit(String text, BigDecimal cents, BigDecimal dollars) {
    assertThat(cell(Type.CENTS, text)).isEqualTo(cents);
    assertThat(cell(Type.USD, text)).isEqualTo(dollars);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.5abc",
        "1.1234567890123456789",
        "98765432109876543210987654321098765432109876543210.5",
        "100000000000000000000",
        "1e5",
        "",
        " 1",
        "+1",
        "1.",
        ".5",
        "1,5",
        "NaN",
        "Infinity",
        "٣",
        "0x10"
      })
  void anAmountThatWouldBeRoundedOrGuessedIsRefused(String text) {
    refused(Type.CENTS, text);
    refused(Type.USD, text);
  }

  @Test
  void anAmountMayBeANumberButNotJustAnything() {
    assertThat(cell(Type.CENTS, 186L)).isEqualTo(new BigDecimal(186));
    assertThat(cell(Type.CENTS, new BigDecimal("186.25"))).isEqualTo(new BigDecimal("186.25"));
    assertThat((BigDecimal) cell(Type.CENTS, new BigDecimal("1.86E+2")))
        .isEqualByComparingTo("186");
    refused(Type.CENTS, true).hasMessageContaining("true where a decimal number was expected");
    refused(Type.CENTS, List.of(1L));
    refused(Type.CENTS, new Node(0));
  }

  @Test
  void aCountOfMoreThan64BitsIsRefused() {
    assertThat(cell(Plain.INTEGER, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    refused(Plain.INTEGER, new BigDecimal("9223372036854775808"))
        .hasMessageContaining("9223372036854775808")
        .hasMessageContaining("64 bits");
    refused(Plain.INTEGER, new BigDecimal("5.0"));
    refused(Plain.INTEGER, "5");
  }

  @Test
  void aNumberOfABillionDigitsIsRefusedInOneShortLine() {
    refused(Plain.INTEGER, new BigDecimal("1E+999999999"));
    refused(Type.CENTS, new BigDecimal("1E+999999999"));
    refused(Type.CENTS, new BigDecimal("1E-999999999"));
    refused(Plain.BOOLEAN, "x".repeat(5_000))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
  }

  @Test
  void textAndBooleansAreNeverConverted() {
    assertThat(cell(Plain.TEXT, "")).isEqualTo("");
    assertThat(cell(Plain.BOOLEAN, false)).isEqualTo(false);
    refused(Plain.TEXT, 5L);
    refused(Plain.TEXT, true);
    refused(Plain.BOOLEAN, "true");
    refused(Plain.BOOLEAN, 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-30T23:58:27.427722Z, 2024-10-30T23:58:27.427722Z",
    "2024-10-30T23:58:27.4277229Z, 2024-10-30T23:58:27.427722Z",
    "2026-05-11T10:02:44Z, 2026-05-11T10:02:44Z",
    "2026-05-11T12:02:44.5+02:00, 2026-05-11T10:02:44.5Z",
    "2026-05-11T00:00:00+00:00, 2026-05-11T00:00:00Z"
  })
  void aTimeMayHaveAnOffsetAndAFraction(String text, Instant time) {
    assertThat(cell(Plain.INSTANT, text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-05-11", "2026-05-11T10:02:44", "2026-02-30T00:00:00Z", "yesterday", ""})
  void aTimeWithoutZoneOrDayIsRefused(String text) {
    refused(Plain.INSTANT, text).hasMessageContaining("a time like 2026-01-31T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-11",
        "2026-05-11T00:00:00Z",
        "2026-05-11T00:00:00.000000Z",
        "2026-05-11T00:00:00+00:00"
      })
  void aDayMayBeWrittenAsItsMidnight(String text) {
    assertThat(cell(Plain.DATE, text)).isEqualTo(LocalDate.of(2026, 5, 11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-11T07:00:00Z", "2026-05-11T00:00:00+02:00", "2026-5-1", "x"})
  void aDayIsNothingElse(String text) {
    refused(Plain.DATE, text);
  }

  @Test
  void nothingStaysNothingInEveryType() {
    for (Plain type : Plain.values()) {
      assertThat(cell(type, null)).isNull();
    }
    assertThat(cell(Type.USD, null)).isNull();
  }
}
