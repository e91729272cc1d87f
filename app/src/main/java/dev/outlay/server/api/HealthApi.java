package dev.outlay.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.access.Role;
import dev.outlay.failure.Failure;
import dev.outlay.server.Access;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether it works: for probes, and in detail for people.
 *
 * @param version the program's
 * @param since when it started
 * @param checks one for each part
 */
public record HealthApi(String version, Instant since, List<Check> checks) {
  /**
   * One part that may or may not work.
   *
   * @param name in a word
   * @param look says how it is; a Failure where it does not work
   */
  public record Check(String name, Supplier<String> look) {
    Part part() {
      try {
        return new Part(name, true, look.get());
      } catch (Failure failure) {
        return new Part(name, false, String.valueOf(failure.getMessage()));
      }
    }
  }

  @Says("How the server is.")
  record Health(
      @Says("The program's version.") String version,
      @Says("ok, or degraded where some part does not work.") String status,
      @Says("When it started.") Instant since,
      @Says("How long it has run, in seconds.") long uptimeSeconds,
      @Says("Its parts.") List<Part> parts) {}

  @Says("One part of the server.")
  record Part(
      @Says("store, schedule, …") String name,
      @Says("Whether it works.") boolean ok,
      @Says("What it says, for people.") String detail) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/healthz", String.class)
            .says("Whether the process runs.")
            .media("text/plain")
            .access(Access.OPEN)
            .by(_ -> text("ok\n")),
        Endpoint.get("/readyz", String.class)
            .says("Whether it can answer: 200, or 503 with the parts that do not work.")
            .media("text/plain")
            .access(Access.OPEN)
            .by(_ -> ready()),
        Endpoint.get("/api/v1/health", Health.class)
            .says("How the server and its parts are.")
            .role(Role.VIEWER)
            .by(call -> Reply.of(health(call.at()))));
  }

  /** Anybody may ask, so it names the parts alone; what is wrong with them is told those inside. */
  private Reply ready() {
    List<String> broken = parts().stream().filter(each -> !each.ok()).map(Part::name).toList();
    return broken.isEmpty()
        ? text("ready\n")
        : text("not ready: the "
                + String.join(" and the ", broken)
                + " does not work; /api/v1/health says why\n")
            .status(503);
  }

  private Health health(Instant at) {
    List<Part> parts = parts();
    String status = parts.stream().allMatch(Part::ok) ? "ok" : "degraded";
    return new Health(version, status, since, Duration.between(since, at).toSeconds(), parts);
  }

  private List<Part> parts() {
    return checks.stream().map(Check::part).toList();
  }

  private static Reply text(String text) {
    return Reply.bytes("text/plain", text.getBytes(UTF_8));
  }
}
