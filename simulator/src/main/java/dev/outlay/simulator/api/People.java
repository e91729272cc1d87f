package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.Invite;
import dev.outlay.simulator.world.User;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The organisation itself, its users and invitations. */
final class People {
  private static final List<String> ROLES =
      List.of("user", "claude_code_user", "developer", "billing", "admin");

  private People() {}

  static Reply me(Call call) {
    return Json.ok(json -> {
      json.writeStartObject();
      json.writeStringProperty("id", call.organisation().uuid());
      json.writeStringProperty("name", call.organisation().name());
      json.writeStringProperty("type", "organization");
      json.writeEndObject();
    });
  }

  static Reply users(Call call) {
    Optional<String> email = call.query().one("email");
    List<String> roles = call.query().many("roles", ROLES);
    List<User> users =
        call.organisation().directory().users().stream()
            .filter(user -> email.isEmpty() || user.email().equalsIgnoreCase(email.get()))
            .filter(user -> roles.isEmpty() || roles.contains(user.role()))
            .filter(user -> call.noise() || !user.role().equals("auditor"))
            .toList();
    return new IdList<>(users, User::id, People::write).page(call);
  }

  static Reply user(Call call) {
    return call.organisation().directory().users().stream()
        .filter(user -> user.id().equals(call.segment(3)))
        .findFirst()
        .map(user -> Json.one(user, People::write))
        .orElseThrow(Refusal::notFound);
  }

  private static void write(JsonGenerator json, User user) {
    json.writeStartObject();
    json.writeStringProperty("id", user.id());
    Json.text(json, "added_at", user.addedAt());
    json.writeStringProperty("email", user.email());
    json.writeStringProperty("name", user.name());
    json.writeStringProperty("role", user.role());
    json.writeStringProperty("type", "user");
    json.writeEndObject();
  }

  static Reply invites(Call call) {
    Optional<String> email = call.query().one("email");
    List<String> roles = call.query().many("roles", ROLES);
    List<String> statuses =
        call.query().many("statuses", List.of("pending", "accepted", "expired"));
    List<Invite> invites =
        call.organisation().directory().invites().stream()
            .filter(
                invite -> email.isEmpty() || invite.email().equalsIgnoreCase(email.get().strip()))
            .filter(invite -> roles.isEmpty() || roles.contains(invite.role()))
            .filter(invite -> statuses.isEmpty() || statuses.contains(invite.status()))
            .toList();
    return new IdList<>(invites, Invite::id, People::write).page(call);
  }

  static Reply invite(Call call) {
    return call.organisation().directory().invites().stream()
        .filter(invite -> invite.id().equals(call.segment(3)))
        .findFirst()
        .map(invite -> Json.one(invite, People::write))
        .orElseThrow(Refusal::notFound);
  }

  private static void write(JsonGenerator json, Invite invite) {
    json.writeStartObject();
    json.writeStringProperty("id", invite.id());
    Json.text(json, "accepted_at", invite.acceptedAt());
    json.writeStringProperty("email", invite.email());
    Json.text(json, "expires_at", invite.expiresAt());
    Json.text(json, "invited_at", invite.invitedAt());
    json.writeArrayPropertyStart("rbac_group_ids");
    json.writeEndArray();
    json.writeStringProperty("role", invite.role());
    json.writeStringProperty("status", invite.status());
    json.writeStringProperty("type", "invite");
    json.writeEndObject();
  }
}
