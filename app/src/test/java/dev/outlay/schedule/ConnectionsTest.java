package dev.outlay.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.connection.ConnectionRefused;
import dev.outlay.connection.Forecast;
import dev.outlay.connection.KeyTest;
import dev.outlay.connection.Linked;
import dev.outlay.connection.Managed;
import dev.outlay.connection.Wish;
import dev.outlay.failure.Failure;
import dev.outlay.vault.SecretKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
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
  void aTestSaysWhoseTheKeyIsAndWhatItMayRead() {
    KeyTest test = office.connections.keyring().test(Office.KEY, Optional.empty());
    assertThat(test.organization().name())
        .isEqualTo(office.simulator.organisations().getFirst().name());
    assertThat(test.clocksApart()).isFalse();
    assertThat(states(test, KeyTest.State.READABLE)).contains("cost_report", "users").hasSize(14);
    assertThat(states(test, KeyTest.State.NOT_ENTITLED)).containsExactly("service_accounts");
  }

  @Test
  void aKeyOfTheWrongKindIsRefusedBeforeAnyRequest() {
    for (String wrong : List.of("sk-ant-api03-abc", "", "  ")) {
      assertThatThrownBy(() -> office.connections.keyring().test(wrong, Optional.empty()))
          .isInstanceOf(Failure.Refused.class)
          .hasMessageContaining("Admin key");
      assertThatThrownBy(() -> office.connections.add(Office.wish(wrong)))
          .isInstanceOf(Failure.Refused.class);
    }
    assertThat(office.simulator.requests().count()).isZero();
  }

  @Test
  void whatALookBackCostsIsKnownBeforehand() {
    var usual = office.connections.keyring().usual();
    Forecast month = Forecast.beforehand(usual, 30, office.clock.instant());
    Forecast year = Forecast.beforehand(usual, 365, office.clock.instant());
    assertThat(month.requests()).isPositive().isLessThan(year.requests());
    assertThat(year.about()).isPositive();
    assertThat(office.simulator.requests().count()).isZero();
  }

  @Test
  void anOrganisationIsAddedOnce() {
    office.connections.add(Office.wish(Office.KEY));
    assertThatThrownBy(() -> office.connections.add(Office.wish(Office.KEY)))
        .hasMessageContaining("already collected as");
    assertThat(office.connections.all()).hasSize(1);
  }

  @Test
  void aLabelIsOneLineAndNobodyElses() {
    office.connections.add(labelled("Production — Anthropic", Office.KEY));
    for (String wrong : List.of(" ", "two\nlines", "x".repeat(65), "Production — Anthropic")) {
      assertThatThrownBy(() -> office.connections.add(labelled(wrong, Office.KEY + "-2")))
          .isInstanceOf(ConnectionRefused.class);
    }
    Linked second = office.connections.add(labelled("Second", Office.KEY + "-2"));
    assertThat(office.connections.rename(second.address(), "Other").name()).isEqualTo("Other");
    assertThat(office.connections.named("Other").id()).isEqualTo(second.id());
  }

  @Test
  void aKeyOfAnotherOrganisationDoesNotTakeItsPlace() {
    Linked linked = office.connections.add(Office.wish(Office.KEY));
    assertThatThrownBy(() -> office.connections.rotate(linked.address(), Office.KEY + "-2"))
        .isInstanceOf(Failure.Refused.class)
        .hasMessageContaining(office.simulator.organisations().get(1).name());
    office.run();
    assertThat(office.schedule.states().getFirst().health()).isEqualTo(Health.HEALTHY);
  }

  @Test
  void removingWithDataTouchesNobodyElseAndTheOrganisationMayComeBack() {
    Linked first = office.connections.add(Office.wish(Office.KEY));
    Linked second = office.connections.add(Office.wish(Office.KEY + "-2"));
    office.run();
    List<String> before = contents(second.name());
    office.connections.remove(first.address(), true);
    assertThat(contents(first.name())).allMatch(line -> line.endsWith(" 0"));
    assertThat(contents(second.name())).isEqualTo(before);
    Linked again = office.connections.add(Office.wish(Office.KEY));
    assertThat(again.id()).isNotEqualTo(first.id());
    office.run();
    assertThat(contents(again.name())).noneMatch(line -> line.equals("users 0"));
    assertThat(contents(second.name())).isEqualTo(before);
  }

  @Test
  void removingWithoutDataKeepsItForTheNextTime() {
    Linked first = office.connections.add(Office.wish(Office.KEY));
    office.run();
    List<String> before = contents(first.name());
    office.connections.remove(first.address(), false);
    assertThat(office.connections.all()).isEmpty();
    assertThat(contents(first.name())).isEqualTo(before);
    Linked again = office.connections.add(Office.wish(Office.KEY));
    assertThat(again.id()).isEqualTo(first.id());
  }

  @Test
  void aRemovalThatACrashCutShortEndsAtTheNextStart() {
    Linked linked = office.connections.add(Office.wish(Office.KEY));
    office.run();
    String kept = office.store.documents().get("connection", linked.address()).orElseThrow();
    office
        .store
        .documents()
        .put(
            "connection",
            linked.address(),
            kept.replace("\"removing\":false", "\"removing\":true"));
    office.restart();
    assertThat(office.connections.all()).isEmpty();
    assertThat(office.store.connections()).isEmpty();
    assertThat(Rows.of(office.store, "SELECT count(*) FROM users")).containsExactly("0");
  }

  @Test
  void theKeyIsNowhereInTheFilesAndShownByItsLastFour() throws IOException {
    String key = Office.KEY + "-2";
    Linked linked = office.connections.add(Office.wish(key));
    assertThat(linked.shownKey()).isEqualTo("sk-ant-admin…or-2");
    assertThat(linked.toString() + Office.wish(key)).doesNotContain(key);
    office.restart();
    office.schedule.close();
    office.store.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(key);
      }
    }
  }

  @Test
  void afterANewSecretKeyEverythingStillOpens() {
    office.connections.add(Office.wish(Office.KEY));
    office.connections.add(Office.wish(Office.KEY + "-2"));
    assertThat(office.connections.rekey(office.keys)).isEqualTo(2);
    office.run();
    assertThat(office.schedule.states()).extracting("health").containsOnly(Health.HEALTHY);
    office.restart();
    office.run();
    assertThat(office.schedule.states()).extracting("health").containsOnly(Health.HEALTHY);
  }

  @Test
  void aLostSecretKeyIsNamedAndTheRestGoesOn() {
    office.connections.add(Office.wish(Office.KEY));
    office.run();
    office.keys.file().write(List.of(SecretKey.fresh()));
    office.restart();
    office.connections.add(Office.wish(Office.KEY + "-2"));
    office.schedule.states().forEach(each -> office.schedule.syncNow(each.linked().address()));
    office.run();
    ConnectionState lost =
        office.schedule.state(
            office.connections.named(office.simulator.organisations().getFirst().name()));
    assertThat(lost.health()).isEqualTo(Health.FAILING);
    assertThat(lost.error().orElseThrow().what()).contains("another secret key");
    assertThat(lost.error().orElseThrow().advice()).contains("OUTLAY_SECRET_KEY");
    assertThat(office.schedule.states()).extracting("health").contains(Health.HEALTHY);
    office.connections.rotate(lost.linked().address(), Office.KEY);
    office.run();
    assertThat(office.schedule.states()).extracting("health").containsOnly(Health.HEALTHY);
  }

  @Test
  void aConnectionOfTheFileIsCollectedAndNotChangedHere() {
    office.files.add(office.file("production", Office.KEY));
    office.restart();
    office.run();
    Linked linked = office.connections.named("production");
    assertThat(linked.managedIn()).isEqualTo(Managed.FILE);
    assertThat(linked.organization().orElseThrow().name())
        .isEqualTo(office.simulator.organisations().getFirst().name());
    assertThatThrownBy(() -> office.connections.remove("production", true))
        .isInstanceOf(ConnectionRefused.class)
        .hasMessageContaining("outlay.yml");
    assertThatThrownBy(() -> office.connections.add(Office.wish(Office.KEY)))
        .hasMessageContaining("already collected as production");
  }

  private static Wish labelled(String label, String key) {
    return new Wish(Optional.of(label), key, Optional.empty(), 5);
  }

  private static List<String> states(KeyTest test, KeyTest.State state) {
    return test.datasets().stream()
        .filter(each -> each.state() == state)
        .map(KeyTest.Access::dataset)
        .toList();
  }

  private List<String> contents(String name) {
    return Stream.of("users", "cost_report", "usage_report", "history.users", "coverage", "syncs")
        .map(table ->
            table
                + " "
                + Rows.of(
                        office.store,
                        "SELECT count(*) FROM " + table + " WHERE connection = '" + name + "'")
                    .getFirst())
        .toList();
  }
}
