package dev.outlay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outlay.access.account.Account;
import dev.outlay.access.door.Entered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningInTest {
  private static final String ELSEWHERE = "198.51.100.9";
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
  void theSetupTokenMakesTheFirstAdministratorOnce() {
    Secret token = place.door.setup().first().orElseThrow();
    assertThatThrownBy(() -> setUp(new Secret("guess"), "anna"))
        .isInstanceOf(Denied.NotProven.class);
    Entered entered = setUp(token, "anna");
    assertThat(place.whoHas(entered).orElseThrow().caller().role()).isEqualTo(Role.ADMIN);
    assertThatThrownBy(() -> setUp(token, "bert")).isInstanceOf(Denied.NotProven.class);
    place.restart();
    assertThat(place.door.setup().first()).isEmpty();
    assertThat(place.signIn("Anna").account().name()).isEqualTo("anna");
  }

  @Test
  void whoeverGuessesDoesNotLearnWhichNamesThereAre() {
    place.person("anna", Standing.of(Role.ADMIN));
    assertThatThrownBy(() -> guess("anna", ELSEWHERE))
        .hasMessage("the name or the password is wrong");
    assertThatThrownBy(() -> guess("nobody", ELSEWHERE))
        .hasMessage("the name or the password is wrong");
    assertThat(fastest("nobody")).isGreaterThan(fastest("anna") / 2);
  }

  @Test
  void guessingGetsSlowerButNotForWhoeverWasThereBefore() {
    place.person("anna", Standing.of(Role.ADMIN));
    place.signIn("anna");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> guess("anna", ELSEWHERE)).isInstanceOf(Denied.NotProven.class);
    }
    Duration first = waits("anna");
    place.clock.pass(first);
    assertThatThrownBy(() -> guess("anna", ELSEWHERE)).isInstanceOf(Denied.NotProven.class);
    assertThat(waits("anna")).isGreaterThan(first).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(place.signIn("anna").account().name()).isEqualTo("anna");
  }

  @Test
  void oneAddressMayNotTryManyNames() {
    for (int i = 0; i < 20; i++) {
      String name = "name" + i;
      assertThatThrownBy(() -> guess(name, "2001:db8::" + name.length()))
          .isInstanceOf(Denied.NotProven.class);
    }
    assertThatThrownBy(() -> guess("another", "2001:db8::ffff")).isInstanceOf(Denied.TooSoon.class);
    place.clock.pass(Duration.ofHours(2));
    assertThatThrownBy(() -> guess("another", "2001:db8::ffff"))
        .isInstanceOf(Denied.NotProven.class);
  }

  @Test
  void aSessionOutlivesARestartAndEndsWhenIdleAndAtLast() {
    place.person("anna", Standing.of(Role.VIEWER));
    Entered entered = place.signIn("anna");
    place.restart();
    for (int i = 0; i < 8; i++) {
      assertThat(place.whoHas(entered)).as("after " + i * 20 + " h").isPresent();
      place.clock.pass(Duration.ofHours(20));
    }
    place.clock.pass(Duration.ofHours(9));
    assertThat(place.whoHas(entered)).isEmpty();
    Entered idle = place.signIn("anna");
    place.clock.pass(Duration.ofHours(24));
    assertThat(place.whoHas(idle)).isEmpty();
  }

  @Test
  void signingOutEndsOneSession() {
    place.person("anna", Standing.of(Role.VIEWER));
    Entered here = place.signIn("anna");
    Entered there = place.signIn("anna");
    place.door.signOut(here.session(), Place.HOME);
    assertThat(place.whoHas(here)).isEmpty();
    assertThat(place.whoHas(there)).isPresent();
  }

  @Test
  void whoMayDoOtherThingsThanBeforeSignsInAgain() {
    Account anna = place.person("anna", Standing.of(Role.ANALYST));
    Entered before = place.signIn("anna");
    place.registers.accounts().standing(anna.id(), Standing.of(Role.VIEWER), false);
    assertThat(place.whoHas(before)).isEmpty();
    Entered then = place.signIn("anna");
    place.registers.accounts().standing(anna.id(), Standing.of(Role.VIEWER), true);
    assertThat(place.whoHas(then)).isEmpty();
    assertThatThrownBy(() -> place.signIn("anna")).isInstanceOf(Denied.NotProven.class);
  }

  @Test
  void aNewPasswordEndsEverySessionButTheNewOne() {
    place.person("anna", Standing.of(Role.VIEWER));
    Entered before = place.signIn("anna");
    Account anna = before.account();
    assertThatThrownBy(
            () -> place.door.changePassword(anna, "not it at all", "another long one", Place.HOME))
        .hasMessage("that is not the present password");
    Entered after = place.door.changePassword(anna, Place.PASSWORD, "another long one", Place.HOME);
    assertThat(place.whoHas(before)).isEmpty();
    assertThat(place.whoHas(after)).isPresent();
    assertThatThrownBy(() -> place.signIn("anna")).isInstanceOf(Denied.NotProven.class);
  }

  @Test
  void anInvitationSetsAPasswordOnceAndForAWhile() {
    place.person("boss", Standing.of(Role.ADMIN));
    Account anna = place.person("anna", Standing.of(Role.VIEWER));
    Secret late = place.registers.invitations().invite(anna);
    place.clock.pass(Duration.ofDays(3));
    assertThatThrownBy(() -> setUp(late, "anna")).isInstanceOf(Denied.NotProven.class);
    Secret token = place.registers.invitations().invite(anna);
    assertThatThrownBy(() -> setUp(token, "boss")).isInstanceOf(Denied.NotProven.class);
    place.restart();
    assertThat(setUp(token, "anna").account().name()).isEqualTo("anna");
    assertThatThrownBy(() -> setUp(token, "anna")).isInstanceOf(Denied.NotProven.class);
  }

  private Entered setUp(Secret token, String name) {
    return place.door.setUp(token, Optional.of(name), Place.PASSWORD, Place.HOME);
  }

  private Entered guess(String name, String from) {
    return place.door.signIn(name, "not the password", from);
  }

  private Duration waits(String name) {
    return catchThrowableOfType(Denied.TooSoon.class, () -> guess(name, ELSEWHERE)).after();
  }

  private long fastest(String name) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> guess(name, ELSEWHERE)).isInstanceOf(Denied.NotProven.class);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }
}
