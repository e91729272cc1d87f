package dev.outlay.access;

import dev.outlay.access.account.Account;
import dev.outlay.access.account.Proof;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Entered;
import dev.outlay.access.door.Registers;
import dev.outlay.access.door.Who;
import dev.outlay.access.log.Entry;
import dev.outlay.access.session.Lifetime;
import dev.outlay.store.Documents;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A real store, and the way into it. */
public final class Place implements AutoCloseable {
  public static final String PASSWORD = "correct horse battery";
  public static final String HOME = "192.0.2.7";
  public final ManualClock clock = ManualClock.at("2026-11-20T10:00:00Z");
  private final Path file;
  private Store store;
  public Registers registers;
  public Door door;

  public Place(Path folder) {
    file = folder.resolve("outlay.duckdb");
    store = Store.open(file, StoreSettings.DEFAULT);
    registers = registers();
    door = Door.of(registers);
  }

  void restart() {
    store.close();
    store = Store.open(file, StoreSettings.DEFAULT);
    registers = registers();
    door = Door.of(registers);
  }

  private Registers registers() {
    return Registers.over(
        store.documents(), new Lifetime(Duration.ofHours(24), Duration.ofDays(7)), clock);
  }

  /** Somebody with the usual password. */
  public Account person(String name, Standing standing) {
    String hash = registers.proof().passwords().hash(PASSWORD);
    return registers.accounts().create(name, Optional.empty(), standing, Proof.password(hash));
  }

  Entered signIn(String name) {
    return door.signIn(name, PASSWORD, HOME);
  }

  Optional<Who> whoHas(Entered entered) {
    return door.session(entered.session());
  }

  public List<String> log() {
    return registers.journal().newest(100, Optional.empty()).stream().map(Place::line).toList();
  }

  /** Everything the store remembers, as it lies there. */
  public String kept() {
    Documents documents = store.documents();
    return Stream.of(
            "account", "session", "token", "invitation", "log.sign_in", "log.failed", "log.change")
        .map(kind -> documents.all(kind).toString())
        .toList()
        .toString();
  }

  public static Standing limitedTo(String workspace) {
    return new Standing(Role.VIEWER, Optional.of(Set.of(workspace)));
  }

  private static String line(Entry entry) {
    return entry.kind()
        + " "
        + entry.who()
        + ": "
        + entry.what()
        + entry.from().map(" from "::concat).orElse("");
  }

  @Override
  public void close() {
    store.close();
  }
}
