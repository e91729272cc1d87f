package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.export.Standing;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The places the store is passed on to.
 *
 * @param standings how it stands with each now
 */
public record DestinationsApi(Supplier<List<Standing>> standings) {
  @Says("The places the store is passed on to.")
  record Destinations(
      @Says("Those that are set up, in their order.") List<Destination> destinations) {}

  @Says("One place the store is passed on to.")
  record Destination(
      String name,
      @Says("Where it is, without user, password and parameters.") String address,
      @Says("In which form rows are passed on.") String format,
      @Says("waiting, passing, current or failing.") String state,
      @Says("When it last had everything; left out where it never had.") Optional<Instant> current,
      @Says("When the oldest commit came that it does not have; left out where it has all.")
          Optional<Instant> behindSince,
      @Says("The same in seconds until now; 0 where it has all.") long lagSeconds,
      @Says("Why the last try failed and what to do; left out where it did not.")
          Optional<String> error,
      @Says("Rows added, changed and taken away there since the server started.")
          long rowsWritten) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/destinations", Destinations.class)
            .says("How it stands with the places the store is passed on to.")
            .role(Role.VIEWER)
            .by(call -> Reply.of(all(call.at()))));
  }

  private Destinations all(Instant now) {
    return new Destinations(standings.get().stream().map(each -> told(each, now)).toList());
  }

  private static Destination told(Standing standing, Instant now) {
    return new Destination(
        standing.name(),
        standing.address(),
        standing.format(),
        standing.state().name().toLowerCase(Locale.ROOT),
        standing.current(),
        standing.behindSince(),
        standing.behindSince().map(since -> lag(since, now)).orElse(0L),
        standing.failure(),
        standing.written());
  }

  private static long lag(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
