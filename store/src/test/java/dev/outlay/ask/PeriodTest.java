package dev.outlay.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final Instant NOW = Instant.parse("2026-11-21T23:30:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-22",
    "yesterday, 2026-11-21",
    "7d, 2026-11-16 to 2026-11-22",
    "mtd, 2026-11-01 to 2026-11-22",
    "last_month, 2026-10-01 to 2026-10-31",
    "qtd, 2026-10-01 to 2026-11-22",
    "ytd, 2026-01-01 to 2026-11-22",
    "2026-02-01..2026-02-28, 2026-02-01 to 2026-02-28",
    "24h, 2026-11-21T01:00 to 2026-11-22T01:00",
    "2026-11-01T00:00:00Z..2026-11-01T06:00:00Z, 2026-11-01T01:00 to 2026-11-01T07:00"
  })
  void daysAreThoseOfTheZone(String text, String expected) {
    // It is half past midnight of the 22nd in Berlin.
    assertThat(new Period(text).at(NOW, BERLIN).text()).isEqualTo(expected);
  }

  @Test
  void aDayOnWhichClocksChangeIsLonger() {
    Stretch day = new Period("2026-10-25..2026-10-25").at(NOW, BERLIN);
    assertThat(day.length()).hasHours(25);
    assertThat(day.isOfDays()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "previous, 2026-11-01..2026-11-21, 2026-10-11 to 2026-10-31",
    "previous, 2026-10-25..2026-10-25, 2026-10-24",
    "last_month, 2026-11-01..2026-11-21, 2026-10-01 to 2026-10-21",
    "last_month, 2026-11-01..2026-11-30, 2026-10-01 to 2026-10-31",
    "last_month, 2026-03-01..2026-03-31, 2026-02-01 to 2026-02-28",
    "2025-11-01..2025-11-21, 2026-11-01..2026-11-21, 2025-11-01 to 2025-11-21"
  })
  void comparedWith(String compare, String period, String expected) {
    Stretch stretch = new Period(period).at(NOW, BERLIN);
    assertThat(new Comparison(compare).of(stretch).text()).isEqualTo(expected);
  }

  @Test
  void wrongOnesSayWhatThereIs() {
    assertThatThrownBy(() -> new Period("last_mont"))
        .isInstanceOf(AskFault.class)
        .satisfies(fault -> assertThat(((AskFault) fault).nearest()).contains("last_month"));
    assertThatThrownBy(() -> new Period("2026-11-02..2026-11-01")).hasMessageContaining("empty");
    assertThatThrownBy(() -> new Comparison("before")).hasMessageContaining("previous, last_month");
  }
}
