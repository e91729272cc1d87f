package dev.outlay.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettleTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-03T23:59:59.999Z, 2026-10-01T00:00:00Z",
    "2026-11-04T00:00:00Z, 2026-11-01T00:00:00Z",
    "2026-11-30T23:59:59Z, 2026-11-01T00:00:00Z",
    "2026-12-01T00:00:00Z, 2026-11-01T00:00:00Z",
    "2027-01-03T12:00:00Z, 2026-12-01T00:00:00Z",
    "2027-01-04T00:00:00Z, 2027-01-01T00:00:00Z",
    "2028-03-04T00:00:00Z, 2028-03-01T00:00:00Z"
  })
  void aMonthIsClosedForGoodOnDayFourOfTheNext(Instant readAt, Instant finalTo) {
    assertThat(Settle.finalTo(readAt)).isEqualTo(finalTo);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-07T23:59:59Z, 2026-10-01T00:00:00Z",
    "2026-11-08T00:00:00Z, 2026-11-01T00:00:00Z",
    "2026-03-07T23:59:59Z, 2026-02-01T00:00:00Z",
    "2026-03-08T00:00:00Z, 2026-03-01T00:00:00Z",
    "2027-01-01T00:00:00Z, 2026-12-01T00:00:00Z"
  })
  void analyticsSettleSevenDaysAfterTheMonth(Instant readAt, Instant settledTo) {
    assertThat(new Settle.AfterMonth(Duration.ofDays(7)).settledTo(readAt)).isEqualTo(settledTo);
  }

  @ParameterizedTest
  @CsvSource({
    "1m, PT1M, 2026-11-20T10:30:59.5Z, 2026-11-20T10:30:00Z, 2026-11-20T10:31:00Z",
    "1h, PT1H, 2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "1d, P1D, 2026-11-20T00:00:00.000001Z, 2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z",
    "1d, P1D, 1969-12-31T12:00:00Z, 1969-12-31T00:00:00Z, 1970-01-01T00:00:00Z"
  })
  void bucketsAreAlignedToUtc(
      String name, Duration length, Instant time, Instant floor, Instant ceiling) {
    Width width = new Width(name, length, 31, length, new Settle.After(length), length);
    assertThat(width.floor(time)).isEqualTo(floor);
    assertThat(width.ceiling(time)).isEqualTo(ceiling);
  }
}
