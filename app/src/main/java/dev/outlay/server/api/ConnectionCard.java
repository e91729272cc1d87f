package dev.outlay.server.api;

import dev.outlay.connection.Linked;
import dev.outlay.connection.Managed;
import dev.outlay.failure.Failure;
import dev.outlay.schedule.ConnectionState;
import dev.outlay.schedule.DatasetState;
import dev.outlay.schedule.Health;
import dev.outlay.server.Says;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

@Says("A connection and how it stands with it.")
record ConnectionCard(
    @Says("For addresses; a connection of the file has its name until it was first reached.")
        String id,
    @Says("What people call it.") String label,
    @Says("Whether outlay.yml or the store sets it up; what is in the file is changed there.")
        Managed managedIn,
    @Says("Left out until it was first reached.") Optional<Whose> organization,
    @Says("Its kind and its last four letters.") String key,
    @Says("Where its API is.") String baseUrl,
    Health state,
    @Says("What is wrong, where something is.") Optional<Trouble> error,
    @Says("When anything was last read as it should be.") Optional<Instant> lastSync,
    @Says("When anything is read next.") Optional<Instant> nextSync,
    @Says("What is being read, where anything is.") Optional<Progress> progress,
    List<Dataset> datasets) {

  @Says("An organisation.")
  record Whose(String id, @Says("May be empty where it was never told.") String name) {}

  @Says("What is wrong and what to do.")
  record Trouble(String text, String advice) {}

  @Says("Steps of all datasets that are being read.")
  record Progress(
      @Says("Steps that are kept.") int done,
      @Says("Steps that are known to be wanted; may grow.") int total,
      @Says("The first dataset of them.") String dataset) {}

  @Says("A dataset of the connection.")
  record Dataset(
      String name,
      @Says("Whether the organisation has it, as far as is known.") boolean entitled,
      Health state,
      Optional<Instant> lastSync,
      Optional<Instant> nextSync,
      Optional<String> error) {}

  static ConnectionCard of(ConnectionState state, Instant now) {
    Linked linked = state.linked();
    return new ConnectionCard(
        linked.address(),
        linked.name(),
        linked.managedIn(),
        linked.organization().map(each -> new Whose(each.id(), each.name())),
        linked.shownKey(),
        linked.url().toString(),
        state.health(),
        state.error().map(ConnectionCard::trouble),
        second(state.lastSync()),
        second(state.nextSync()),
        state.progress().map(each -> new Progress(each.done(), each.total(), each.dataset())),
        state.datasets().stream().map(each -> dataset(each, now)).toList());
  }

  private static Dataset dataset(DatasetState state, Instant now) {
    return new Dataset(
        state.dataset(),
        state.entitled(),
        state.health(now),
        second(state.lastGood()),
        second(state.nextRun()),
        state.failure().filter(_ -> state.entitled()).map(Failure::getMessage));
  }

  private static Optional<Instant> second(Optional<Instant> time) {
    return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS));
  }

  private static Trouble trouble(Failure failure) {
    return new Trouble(failure.what(), failure.advice());
  }
}
