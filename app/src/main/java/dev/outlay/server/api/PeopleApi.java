package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.people.People;
import dev.outlay.people.PeopleAnswer;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.store.Answers;
import java.util.List;

/** The people of the organisations. */
public record PeopleApi(Answers answers) {
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/people", PeopleAnswer.class)
            .says("People with their workspaces and keys, invitations and memberships.")
            .role(Role.VIEWER)
            .kept()
            .by(_ -> Reply.of(new People(answers).read())));
  }
}
