package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.server.Access;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether it works: for probes, and in detail for people. */
public record HealthApi(Store store, String version, Instant since) {
  @Says("How the server is.")
  record Health(
      @Says("The program's version.") String version,
      @Says("ok, or degraded where some part does not work.") String status,
      @Says("When it started.") Instant since,
      @Says("How long it has run, in seconds.") long uptimeSeconds,
      @Says("Its parts.") List<Part> parts) {}

  @Says("One part of the server.")
  record Part(
      @Says("store, …") String name,
      @Says("Whether it works.") boolean ok,
      @Says("What it says, for people.") String detail) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/healthz", String.class)
            .says("Whether the process runs.")
            .media("text/plain")
            .access(Access.OPEN)
            .by(_ ->
                Reply.bytes(
                    "text/plain", "ok\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        Endpoint.get("/api/v1/health", Health.class)
            .says("How the server and its parts are.")
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(call -> Reply.of(health(call.at()))));
  }

  private Health health(Instant at) {
    Part open = new Part("store", true, "open, version " + store.version());
    return new Health(version, "ok", since, Duration.between(since, at).toSeconds(), List.of(open));
  }
}
