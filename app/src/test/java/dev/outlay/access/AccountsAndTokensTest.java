package dev.outlay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.access.account.Account;
import dev.outlay.access.account.AccountRules;
import dev.outlay.access.account.Proof;
import dev.outlay.access.door.Entered;
import dev.outlay.access.log.Entry;
import dev.outlay.access.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsAndTokensTest {
  private static final Duration MONTH = Duration.ofDays(30);
  @TempDir private Path folder;
  private Place place;

  @BeforeEach
  void open() {
    place = new Place(folder);
  }

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void namesDifferInMoreThanCase() {
    place.person("Anna", Standing.of(Role.VIEWER));
    for (String name : List.of("anna", " ANNA ", "\uff21nna")) {
      assertThatThrownBy(() -> place.person(name, Standing.of(Role.VIEWER)))
          .isInstanceOf(Denied.Conflict.class);
    }
    for (String name : List.of("", "a\nb", "\u202eanna", "x".repeat(65))) {
      assertThatThrownBy(() -> place.person(name, Standing.of(Role.VIEWER)))
          .isInstanceOf(Denied.Unfit.class);
    }
  }

  @Test
  void passwordsAreLongAndNotTheName() {
    Optional<String> email = Optional.of("anna@example.com");
    for (String password : List.of("eleven char", "Anna@Example.com", "anna the great")) {
      assertThatThrownBy(() -> AccountRules.password(password, "Anna The Great", email))
          .as(password)
          .isInstanceOf(Denied.Unfit.class);
    }
    AccountRules.password("all lower case will do", "Anna", email);
  }

  @Test
  void somebodyStaysInCharge() {
    Account anna = place.person("anna", Standing.of(Role.ADMIN));
    place
        .registers
        .accounts()
        .create("invited", Optional.empty(), Standing.of(Role.ADMIN), Proof.NONE);
    assertThatThrownBy(() -> place.registers.accounts().remove(anna.id()))
        .hasMessage("anna is the last administrator");
    assertThatThrownBy(
            () -> place.registers.accounts().standing(anna.id(), Standing.of(Role.VIEWER), false))
        .isInstanceOf(Denied.Conflict.class);
    place.person("bert", Standing.of(Role.ADMIN));
    place.registers.accounts().remove(anna.id());
    assertThat(place.registers.accounts().named("anna")).isEmpty();
  }

  @Test
  void onlyAViewerIsLimited() {
    assertThatThrownBy(() -> new Standing(Role.ADMIN, Optional.of(Set.of("wrkspc_1"))))
        .isInstanceOf(Denied.Unfit.class);
    assertThatThrownBy(() -> new Standing(Role.VIEWER, Optional.of(Set.of())))
        .isInstanceOf(Denied.Unfit.class);
  }

  @Test
  void aTokenNeverDoesMoreThanItsMaker() {
    Account anna = place.person("anna", Standing.of(Role.ANALYST));
    assertThatThrownBy(() -> make(anna, Standing.of(Role.ADMIN)))
        .isInstanceOf(Denied.NotAllowed.class);
    Tokens.Made made = make(anna, Standing.of(Role.ANALYST));
    assertThat(caller(made))
        .hasValue(new Caller("anna (token nightly)", Role.ANALYST, Optional.empty()));
    place.registers.accounts().standing(anna.id(), Place.limitedTo("wrkspc_1"), false);
    assertThat(caller(made).orElseThrow().role()).isEqualTo(Role.VIEWER);
    assertThat(caller(made).orElseThrow().workspaces()).contains(Set.of("wrkspc_1"));
    Account limited = place.registers.accounts().find(anna.id()).orElseThrow();
    assertThatThrownBy(() -> make(limited, Place.limitedTo("wrkspc_2")))
        .isInstanceOf(Denied.NotAllowed.class);
    place.registers.accounts().remove(anna.id());
    assertThat(caller(made)).isEmpty();
  }

  @Test
  void aTokenEndsWhenItExpiresAndWhenItIsRevoked() {
    Account anna = place.person("anna", Standing.of(Role.VIEWER));
    Tokens.Made one = make(anna, Standing.of(Role.VIEWER));
    Tokens.Made other = make(anna, Standing.of(Role.VIEWER));
    place.restart();
    assertThat(caller(one)).isPresent();
    assertThat(place.registers.tokens().find(one.token().id()).orElseThrow().lastUsed())
        .contains(LocalDate.parse("2026-11-20"));
    place.registers.tokens().revoke(one.token());
    assertThat(caller(one)).isEmpty();
    place.clock.pass(MONTH);
    assertThat(caller(other)).isEmpty();
  }

  @Test
  void theLogSaysWhoCameFromWhereAndWhoCouldNot() {
    place.person("anna", Standing.of(Role.VIEWER));
    Entered entered = place.signIn("anna");
    assertThatThrownBy(() -> place.door.signIn("anna", "a wrong password", "198.51.100.9"));
    assertThatThrownBy(() -> place.door.signIn("hunter2hunter2", "anna", "198.51.100.9"));
    place.registers.journal().changed(entered.account().caller(), "removed connection production");
    assertThat(place.log())
        .containsExactly(
            "CHANGE anna: removed connection production",
            "FAILED somebody unknown: wrong name or password from 198.51.100.9",
            "FAILED anna: wrong name or password from 198.51.100.9",
            "SIGN_IN anna: signed in with a password from 192.0.2.7");
  }

  @Test
  void theLogIsReadPageByPageAndKeptAYear() {
    for (int i = 0; i < 5; i++) {
      place.registers.journal().changed(Caller.LOCAL, "change " + i);
      place.clock.pass(Duration.ofDays(100));
    }
    List<Entry> first = place.registers.journal().newest(2, Optional.empty());
    List<Entry> second = place.registers.journal().newest(9, Optional.of(first.getLast().id()));
    assertThat(first).extracting(Entry::what).containsExactly("change 4", "change 3");
    assertThat(second).extracting(Entry::what).containsExactly("change 2", "change 1", "change 0");
    place.restart();
    place.registers.journal().changed(Caller.LOCAL, "the newest");
    assertThat(place.registers.journal().newest(9, Optional.empty()))
        .extracting(Entry::what)
        .containsExactly("the newest", "change 4", "change 3", "change 2");
  }

  @Test
  void noSecretIsKeptOrPrinted() {
    Account boss = place.person("boss", Standing.of(Role.ADMIN));
    Entered entered = place.signIn("boss");
    Tokens.Made made = make(boss, Standing.of(Role.ADMIN));
    Secret invitation = place.registers.invitations().invite(boss);
    String seen =
        place.kept() + entered + made + invitation + boss + place.registers.tokens().all();
    for (Secret each : List.of(entered.session(), made.secret(), invitation)) {
      assertThat(seen).doesNotContain(each.text().substring(8));
    }
    assertThat(seen).doesNotContain(Place.PASSWORD);
    assertThat(boss.toString()).doesNotContain("argon2");
  }

  private Tokens.Made make(Account maker, Standing standing) {
    return place.registers.tokens().make(maker, "nightly", standing, MONTH);
  }

  private Optional<Caller> caller(Tokens.Made made) {
    return place.door.token(made.secret()).map(dev.outlay.access.door.Who::caller);
  }
}
