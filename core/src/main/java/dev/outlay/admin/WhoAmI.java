package dev.outlay.admin;

import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Node;
import dev.outlay.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Asks the API whose key this is, and what time it is there. */
record WhoAmI(AdminClient client, String connection, InstantSource clock) {
  private static final String PATH = "/v1/organizations/me";

  Organization ask() {
    Call call = new Call(connection, "", "", PATH, Map.of(), List.of(), Budget.DIRECTORY, false);
    try {
      return client.get(call, () -> {}, (body, reply) -> organization(call, body, reply));
    } catch (Restart gone) {
      throw gone.failure();
    }
  }

  private Organization organization(Call call, InputStream body, Reply reply) throws IOException {
    Node me = parsed(call, body, reply);
    if (!(me.get("id") instanceof String id) || id.isEmpty()) {
      throw new Failure.Unreadable(
          call.attempt().answered(reply.requestId()), "id", "missing, and it is needed");
    }
    String name = me.get("name") instanceof String text ? text : "";
    return new Organization(id, name, Duration.between(clock.instant(), client.now(reply)));
  }

  private static Node parsed(Call call, InputStream body, Reply reply) throws IOException {
    byte[] text = body.readNBytes(1 << 20);
    try {
      return Json.object(text);
    } catch (JacksonException e) {
      throw new Failure.Unreadable(
          call.attempt().answered(reply.requestId()), "the body", "that is no JSON", e);
    }
  }
}
