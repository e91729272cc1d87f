package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;
  private Fixture store;

  @BeforeEach
  void open() {
    store = Fixture.in(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aConnectionKeepsItsIdThroughNames() {
    ConnectionRow first = store.store().connect(Optional.empty(), "main", "org-1");
    assertThat(store.store().connect(Optional.empty(), "main", "org-1")).isEqualTo(first);
    assertThat(store.store().connect(Optional.of(first.id()), "other", "org-1").id())
        .isEqualTo(first.id());
  }

  @Test
  void oneOrganizationIsCollectedOnce() {
    store.store().connect(Optional.empty(), "main", "org-1");
    refused("second", "org-1", "already collected as main");
  }

  @Test
  void aKeyOfAnotherOrganizationIsRefused() {
    store.store().connect(Optional.empty(), "main", "org-1");
    refused("main", "org-2", "another organization");
  }

  @Test
  void aRunCountsAsInterruptedUntilItEnded() {
    long id = store.store().began("c", "users", NOW);
    assertThat(syncs()).containsExactly("c users interrupted");
    Failure failure =
        new Failure.NotEntitled(Attempt.to("GET /x", "main", "users"), "HTTP 404", "Go on.");
    store
        .store()
        .ended(
            id,
            new DatasetReport(
                "users",
                Status.NOT_ENTITLED,
                3,
                2,
                new Changes(9, 4, 3, 2, false),
                List.of(failure)),
            NOW.plusSeconds(5));
    assertThat(syncs())
        .containsExactly(
            "c users 2026-03-01 08:00:05+00 not_entitled 3 2 9 4 3 2 main: users: GET /x: HTTP 404. Go on.");
  }

  @Test
  void runsAreKeptForNinetyDays() {
    store.store().began("c", "old", NOW);
    store.store().began("c", "kept", NOW.plus(Duration.ofDays(1)));
    assertThat(store.store().began("c", "new", NOW.plus(Duration.ofDays(91)))).isEqualTo(3);
    assertThat(store.lines("SELECT dataset FROM syncs ORDER BY sync_id"))
        .containsExactly("kept", "new");
  }

  private List<String> syncs() {
    return store.lines(
        "SELECT concat_ws(' ', connection, dataset, finished_at, status, requests, pages, rows_read, rows_added, rows_changed, rows_closed, error) FROM syncs");
  }

  private void refused(String name, String organization, String why) {
    assertThatThrownBy(() -> store.store().connect(Optional.empty(), name, organization))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(why);
  }
}
