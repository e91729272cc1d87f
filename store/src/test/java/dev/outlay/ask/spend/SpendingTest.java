package dev.outlay.ask.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpendingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final Days WEEK = Days.last(7, TODAY);

  private CostStore store;

  @BeforeEach
  void open() throws SQLException {
    store = new CostStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sumsAreExactToTheLastDigit() throws SQLException {
    for (int i = 0; i < 1000; i++) {
      store.cost("2026-11-20", "m", "0.1");
    }
    store.cost("2026-11-20", "m", "0.000000000000000001");
    assertThat(spend().total().amount()).isEqualByComparingTo("1.00000000000000000001");
    assertThat(spend().total().amount().toPlainString()).isEqualTo("1.00000000000000000001");
  }

  @Test
  void nullsAreGroupsWithNames() throws SQLException {
    store
        .workspace("wrkspc_1", "Research")
        .cost("2026-11-20", "claude-x", "wrkspc_1", "300", "USD")
        .cost("2026-11-20", null, null, "100", "USD")
        .cost("2026-11-20", "claude-x", "wrkspc_gone", "200", "USD");
    assertThat(spend(Dimension.MODEL, Dimension.WORKSPACE).rows())
        .extracting(row -> row.groups().stream().map(Group::name).toList())
        .containsExactly(
            List.of("claude-x", "Research"),
            List.of("claude-x", "wrkspc_gone"),
            List.of("not a token cost", "Default Workspace"));
  }

  @Test
  void theWholePeriodIsInItsFirstAndLastDay() throws SQLException {
    store
        .cost("2026-11-14", "m", "1")
        .cost("2026-11-15", "m", "10")
        .cost("2026-11-21", "m", "100")
        .cost("2026-11-22", "m", "1000");
    assertThat(spend().total().amount()).isEqualByComparingTo("1.10");
  }

  @Test
  void thePreviousPeriodIsComparedDayByDay() throws SQLException {
    store
        .covered("acme", "2026-11-01", "2026-11-21", "2026-11-18")
        .cost("2026-11-13", "m", "50")
        .cost("2026-11-20", "m", "75");
    SpendAnswer answer = compared(Optional.of(Grain.day), Dimension.MODEL);
    assertThat(answer.rows()).hasSize(1);
    SpendRow row = answer.rows().getFirst();
    assertThat(row.bucket()).contains(LocalDate.parse("2026-11-20"));
    assertThat(row.previous().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(row.change().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(row.changePercent().orElseThrow()).isEqualByComparingTo("50");
  }

  @Test
  void aPreviousPeriodWithAGapIsUnknownAndNeverNothing() throws SQLException {
    store
        .covered("acme", "2026-11-09", "2026-11-21", "2026-11-18")
        .cost("2026-11-13", "m", "50")
        .cost("2026-11-20", "m", "75");
    assertThat(compared(Optional.empty()).total().previous()).isEmpty();
    SpendAnswer daily = compared(Optional.of(Grain.day));
    assertThat(daily.rows().getFirst().previous().map(BigDecimal::stripTrailingZeros))
        .contains(new BigDecimal("0.5"));
    assertThat(daily.total().previous()).isEmpty();
  }

  @Test
  void whatVanishedIsARowOfNothing() throws SQLException {
    store
        .covered("acme", "2026-11-01", "2026-11-21", "2026-11-18")
        .cost("2026-11-13", "old", "50")
        .cost("2026-11-20", "new", "75");
    assertThat(compared(Optional.empty(), Dimension.MODEL).rows())
        .extracting(
            row -> row.groups().getFirst().name(),
            row -> row.amount().signum(),
            row -> row.changePercent().map(BigDecimal::intValue))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("new", 1, Optional.empty()),
            org.assertj.core.groups.Tuple.tuple("old", 0, Optional.of(-100)));
  }

  @Test
  void gapsAreToldByConnectionAndTodayIsNone() throws SQLException {
    store
        .covered("acme", "2026-11-01", "2026-11-17", "2026-11-15")
        .covered("acme", "2026-11-18", "2026-11-21", "2026-11-18")
        .covered("other", "2026-11-01", "2026-11-21", "2026-11-17");
    SpendAnswer answer = spend();
    Days over = answer.over().orElseThrow();
    assertThat(answer.collected())
        .extracting(Collected::connection, each -> each.missing(over).toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("acme", "[2026-11-17]"),
            org.assertj.core.groups.Tuple.tuple("other", "[]"));
    assertThat(answer.isWhole()).isFalse();
    assertThat(answer.settledTo()).contains(Instant.parse("2026-11-15T00:00:00Z"));
  }

  @Test
  void aConnectionWithoutCostsIsMissingAltogether() throws SQLException {
    store.run(
        "INSERT INTO coverage (connection, dataset) VALUES ('young', 'usage_report'), ('young', 'usage_report')");
    assertThat(spend().collected()).hasSize(1);
    assertThat(spend().isWhole()).isFalse();
    assertThat(spend().settledTo()).isEmpty();
  }

  @Test
  void currenciesAreNeverAdded() throws SQLException {
    store.cost("2026-11-20", "m", null, "100", "USD").cost("2026-11-20", "m", null, "999", "EUR");
    assertThat(spend().total().amount()).isEqualByComparingTo("1");
    assertThat(spend().elsewhere())
        .containsExactly(new Amount(new BigDecimal("9.99000000000000000000"), Optional.of("EUR")));
  }

  @Test
  void theRestIsOneSumABucket() throws SQLException {
    for (int i = 1; i <= 5; i++) {
      store.cost("2026-11-20", "m" + i, "" + i * 100).cost("2026-11-19", "m" + i, "100");
    }
    SpendAnswer answer =
        answer(
            new SpendAsk(List.of(Dimension.MODEL), WEEK, Optional.of(Grain.day), false, 2, "USD"));
    assertThat(answer.rows()).hasSize(4);
    assertThat(answer.othersCount()).isEqualTo(3);
    assertThat(answer.others())
        .extracting(row -> row.amount().intValueExact())
        .containsExactly(3, 6);
    assertThat(answer.total().amount()).isEqualByComparingTo("20");
  }

  @Test
  void withoutCostsItSaysWhatToDo() throws SQLException {
    store.run("DROP TABLE cost_report");
    assertThatThrownBy(this::spend)
        .isInstanceOf(NothingCollected.class)
        .hasMessageContaining("outlay sync");
  }

  @Test
  void dimensionsHaveNearestNames() {
    assertThat(Dimension.nearest("modle")).isEqualTo(Dimension.MODEL);
    assertThat(Dimension.nearest("workspaces")).isEqualTo(Dimension.WORKSPACE);
    assertThat(Dimension.named("workspace_id")).contains(Dimension.WORKSPACE);
  }

  private SpendAnswer spend(Dimension... by) {
    return answer(new SpendAsk(List.of(by), WEEK, Optional.empty(), false, 100, "USD"));
  }

  private SpendAnswer compared(Optional<Grain> grain, Dimension... by) {
    return answer(new SpendAsk(List.of(by), WEEK, grain, true, 100, "USD"));
  }

  private SpendAnswer answer(SpendAsk ask) {
    return new Spending(store).answer(ask, TODAY);
  }
}
