package dev.outlay.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.connection.ConnectionRefused;
import dev.outlay.connection.Linked;
import dev.outlay.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
  @TempDir private Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder, List.of());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatIsAddedIsReadAtOnceAndItsProgressIsTold() {
    List<ScheduleEvent> events = new CopyOnWriteArrayList<>();
    var _ = office.schedule.listen(events::add);
    Linked added = office.connections.add(Office.wish(Office.KEY));
    assertThat(added.name()).isEqualTo(office.simulator.organisations().getFirst().name());
    assertThat(state().health()).isEqualTo(Health.NEW);
    office.run();
    assertThat(state().health()).isEqualTo(Health.HEALTHY);
    assertThat(Rows.of(office.store, "SELECT count(*) > 0 FROM usage_report"))
        .containsExactly("true");
    assertThat(events)
        .contains(new ScheduleEvent.Progressed(added.address(), "claude_code_usage", 6, 6));
  }

  @Test
  void theNewestOfEverybodyComesBeforeTheHistoryOfAnybody() {
    List<ScheduleEvent> events = new CopyOnWriteArrayList<>();
    var _ = office.schedule.listen(events::add);
    String one = office.connections.add(Office.wish(Office.KEY)).address();
    String two = office.connections.add(Office.wish(Office.KEY + "-2")).address();
    office.run();
    List<Class<?>> kinds = events.stream().<Class<?>>map(Object::getClass).toList();
    assertThat(kinds.indexOf(ScheduleEvent.Recalled.class))
        .isGreaterThan(kinds.lastIndexOf(ScheduleEvent.Started.class));
    assertThat(events)
        .filteredOn(ScheduleEvent.Recalled.class::isInstance)
        .extracting(ScheduleEvent::connection)
        .contains(one, two);
    assertThat(
            Rows.of(
                office.store,
                "SELECT count(DISTINCT date) FROM claude_code_usage GROUP BY connection"))
        .allMatch(days -> Integer.parseInt(days) > 2);
  }

  @Test
  void aPollWithNothingNewAsksOnce() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    office.simulator.requests().clear();
    office.pass(Duration.ofMinutes(5), Duration.ofMinutes(5));
    assertThat(asked().stream().filter("usage_report/messages"::equals)).hasSize(1);
  }

  @Test
  void theOtherCutsOfUsageFollowEachHour() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    office.simulator.requests().clear();
    office.pass(Duration.ofMinutes(60), Duration.ofMinutes(5));
    assertThat(asked().stream().filter("usage_report/messages"::equals)).hasSize(13);
  }

  @Test
  void atSixTheDayBeforeIsReadForGood() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    office.pass(Duration.ofHours(2), Duration.ofMinutes(30));
    assertThat(read("cost_report")).isBefore("2026-11-21T04:00:00Z");
    office.pass(Duration.ofMinutes(70), Duration.ofMinutes(5));
    assertThat(read("cost_report")).isAfterOrEqualTo("2026-11-21T06:00:00Z");
  }

  @Test
  void aRefusedKeyIsAskedAboutOnceAnHourUntilItIsRotated() {
    String id = office.connections.add(Office.wish(Office.KEY)).address();
    office.run();
    office.simulator.faults().script("on /v1/: revoked");
    office.pass(Duration.ofMinutes(30), Duration.ofMinutes(5));
    assertThat(state().health()).isEqualTo(Health.FAILING);
    assertThat(state().error().orElseThrow()).isInstanceOf(Failure.Refused.class);
    office.simulator.requests().clear();
    office.pass(Duration.ofMinutes(90), Duration.ofMinutes(1));
    assertThat(office.simulator.requests().count()).isBetween(1, 2);
    office.simulator.faults().clear();
    office.connections.rotate(id, Office.KEY + "  ");
    office.run();
    assertThat(state().health()).isEqualTo(Health.HEALTHY);
  }

  @Test
  void oneDatasetThatFailsIsNamedAndTriedLessOftenWhileTheRestGoesOn() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    office.simulator.faults().script("on /v1/organizations/users: status 500");
    office.pass(Duration.ofHours(3), Duration.ofMinutes(1));
    ConnectionState state = state();
    assertThat(state.health()).isEqualTo(Health.FAILING);
    assertThat(state.error().orElseThrow().what()).contains("users").contains("HTTP 500");
    assertThat(asked().stream().filter("users"::equals).count()).isBetween(7L, 10L);
    assertThat(dataset("cost_report").lastGood().orElseThrow())
        .isAfter(office.clock.instant().minus(Duration.ofMinutes(61)));
  }

  @Test
  void aPausedConnectionAsksNothingAndMakesUpForItOnce() {
    String id = office.connections.add(Office.wish(Office.KEY)).address();
    office.run();
    office.connections.pause(id);
    office.simulator.requests().clear();
    office.pass(Duration.ofHours(3), Duration.ofMinutes(5));
    assertThat(office.simulator.requests().count()).isZero();
    assertThat(state().health()).isEqualTo(Health.PAUSED);
    assertThatThrownBy(() -> office.schedule.syncNow(id))
        .isInstanceOf(ConnectionRefused.class)
        .hasMessageContaining("resume");
    office.connections.resume(id);
    office.run();
    assertThat(asked().stream().filter("cost_report"::equals)).hasSize(1);
  }

  @Test
  void aRestartAsksOnlyForWhatIsDue() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    office.simulator.requests().clear();
    office.restart();
    office.run();
    assertThat(asked()).as("what was never read").containsExactly("me", "service_accounts");
    office.clock.pass(Duration.ofMinutes(5));
    office.restart();
    office.run();
    assertThat(asked()).contains("usage_report/messages").doesNotContain("cost_report");
    assertThat(state().health()).isEqualTo(Health.HEALTHY);
  }

  @Test
  void syncNowReadsEverything() {
    String id = office.connections.add(Office.wish(Office.KEY)).address();
    office.run();
    office.simulator.requests().clear();
    office.schedule.syncNow(id);
    office.run();
    assertThat(asked()).contains("cost_report", "users", "rate_limits");
  }

  @Test
  void closingStopsWhatHangs() {
    office.connections.add(Office.wish(Office.KEY));
    office.simulator.faults().script("on /v1/organizations/cost_report: hang");
    office.schedule.tick();
    while (!asked().contains("cost_report")) {
      Thread.onSpinWait();
    }
    long begun = System.nanoTime();
    office.schedule.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(Rows.of(office.store, "SELECT status FROM syncs WHERE dataset = 'cost_report'"))
        .containsExactly("interrupted");
  }

  @Test
  void itIsAtWorkFromWhenItBeginsUntilItIsClosed() {
    assertThat(office.schedule.isWorking()).isFalse();
    office.schedule.begin();
    assertThat(office.schedule.isWorking()).isTrue();
    office.schedule.close();
    assertThat(office.schedule.isWorking()).isFalse();
  }

  @Test
  void everyRunIsOnRecord() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    assertThat(
            Rows.of(office.store, "SELECT status, count(*) FROM syncs GROUP BY ALL ORDER BY ALL"))
        .containsExactly("not_entitled 1", "ok 16");
  }

  /** The newest time at which the span that ends with yesterday was read. */
  private Instant read(String dataset) {
    return Instant.parse(
        Rows.of(
                office.store,
                "SELECT strftime(max(read_at), '%Y-%m-%dT%H:%M:%SZ') FROM coverage WHERE dataset = '"
                    + dataset
                    + "' AND span_start < TIMESTAMPTZ '2026-11-20 12:00:00+00'")
            .getFirst());
  }

  private ConnectionState state() {
    return office.schedule.states().getFirst();
  }

  private DatasetState dataset(String name) {
    return state().datasets().stream()
        .filter(each -> each.dataset().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> asked() {
    return office.simulator.requests().list().stream()
        .map(each -> each.path().replaceAll(".*organizations/", ""))
        .toList();
  }
}
