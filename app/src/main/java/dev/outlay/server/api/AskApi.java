package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.server.Access;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Refusal;
import java.util.List;

/** Asks over HTTP. */
public record AskApi() {
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/ask", AskAnswer.class)
            .says("Asks for measures by dimensions over a time.")
            .takes(AskParameters.ALL)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(_ -> {
              throw Refusal.unfit("asks are not there yet", "");
            }));
  }
}
