package dev.outlay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset.Budget;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  private static final Map<Budget, Integer> MANY =
      Map.of(Budget.REPORTS, 130, Budget.DIRECTORY, 120);

  @Test
  void tellsHowLongTheSlowestAllowanceWaits() {
    Budgets budgets = Budgets.of(AdminSettings.ANTHROPIC, Ticker.SYSTEM);

    assertThat(budgets.waitFor(MANY)).isEqualTo(Duration.ofMinutes(10));
    assertThat(budgets.waitFor(Map.of(Budget.REPORTS, 120))).isZero();
    assertThat(budgets.waitFor(Map.of())).isZero();
  }

  @Test
  void waitsForNothingOnThisMachine() {
    assertThat(Budgets.of(URI.create("http://127.0.0.1:1"), Ticker.SYSTEM).waitFor(MANY)).isZero();
  }
}
