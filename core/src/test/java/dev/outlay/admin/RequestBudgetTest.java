package dev.outlay.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final HandTicker ticker = new HandTicker();

  private List<Duration> take(RequestBudget budget, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      budget.take();
    }
    return ticker.slept();
  }

  @Test
  void aBurstPassesAtOnceAndThenOneAMinute() throws InterruptedException {
    RequestBudget reports = new RequestBudget(120, 1, ticker);
    assertThat(take(reports, 120)).isEmpty();
    assertThat(take(reports, 3)).containsExactly(MINUTE, MINUTE, MINUTE);
  }

  @Test
  void whatWasNotUsedComesBackUpToTheBurstAndNoFurther() throws InterruptedException {
    RequestBudget budget = new RequestBudget(60, 60, ticker);
    take(budget, 60);
    ticker.pass(Duration.ofSeconds(10));
    assertThat(take(budget, 10)).isEmpty();
    assertThat(take(budget, 1)).containsExactly(SECOND);
    ticker.pass(Duration.ofDays(3));
    assertThat(take(budget, 60)).isEmpty();
    assertThat(take(budget, 1)).containsExactly(SECOND);
  }

  @Test
  void tooManyHalvesTheRateForTenMinutes() throws InterruptedException {
    RequestBudget budget = new RequestBudget(1, 60, ticker);
    take(budget, 1);
    budget.tooMany(Duration.ZERO);
    assertThat(take(budget, 2)).containsExactly(SECOND.multipliedBy(2), SECOND.multipliedBy(2));
    ticker.pass(Duration.ofMinutes(10));
    take(budget, 1);
    assertThat(take(budget, 1)).containsExactly(SECOND);
  }

  @Test
  void nobodyAsksBeforeTheTimeTheServerNamed() throws InterruptedException {
    RequestBudget budget = new RequestBudget(60, 60, ticker);
    budget.tooMany(Duration.ofSeconds(90));
    budget.tooMany(Duration.ofSeconds(5));
    assertThat(take(budget, 1)).containsExactly(Duration.ofSeconds(90));
    assertThat(take(budget, 1)).isEmpty();
  }

  @Test
  void whoAlreadyWaitsHeedsTheServerToo() throws InterruptedException {
    RequestBudget budget = new RequestBudget(1, 1, ticker);
    take(budget, 1);
    ticker.duringNextSleep(() -> budget.tooMany(Duration.ofSeconds(90)));
    assertThat(take(budget, 1)).containsExactly(MINUTE, MINUTE);
  }

  @Test
  void aServerThatWantsToBeLeftAloneForYearsIsNotWaitedFor() {
    RequestBudget budget = new RequestBudget(60, 60, ticker);
    budget.tooMany(Duration.ofDays(3_000_000));
    assertThatThrownBy(() -> take(budget, 1)).isInstanceOf(RequestBudget.Closed.class);
  }

  @Test
  void thoseWhoComeAtOnceWaitOneAfterAnother() throws InterruptedException {
    List<Duration> waits = new java.util.concurrent.CopyOnWriteArrayList<>();
    Ticker still =
        new Ticker() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public void sleep(Duration time) {
            waits.add(time);
          }
        };
    RequestBudget budget = new RequestBudget(2, 60, still);
    for (int i = 0; i < 5; i++) {
      budget.take();
    }
    assertThat(waits).containsExactly(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3));
  }

  @Test
  void thereAreThreeBudgetsAndNoneAgainstThisMachine() throws InterruptedException {
    Budgets real = Budgets.of(AdminSettings.ANTHROPIC, ticker);
    take(real.reports(), 120);
    take(real.analytics(), 60);
    assertThat(take(real.directory(), 60)).isEmpty();
    assertThat(take(real.analytics(), 1)).containsExactly(SECOND);
    assertThat(take(real.reports(), 1)).hasSize(1);
    Budgets local = Budgets.of(java.net.URI.create("http://127.0.0.1:8080"), ticker);
    assertThat(take(local.reports(), 100_000)).isEmpty();
  }
}
