package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.ApiKey;
import dev.outlay.simulator.world.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** API keys in both shapes: the older version also names the workspace beside the scope. */
final class Keys {
  private static final List<String> STATUSES = List.of("active", "inactive", "archived", "expired");

  private Keys() {}

  static Reply list(Call call) {
    Optional<String> status = call.query().choice("status", STATUSES);
    Optional<String> workspace = call.query().one("workspace_id");
    Optional<String> creator = call.query().one("created_by_user_id");
    List<ApiKey> keys =
        call.organisation().directory().apiKeys().stream()
            .filter(key -> call.noise() || key.status() != ApiKey.Status.SUSPENDED)
            .filter(key -> status.isEmpty() || status.get().equals(wire(key)))
            .filter(key -> workspace.isEmpty() || workspace.get().equals(key.workspaceId()))
            .filter(key -> creator.isEmpty() || creator.get().equals(key.createdBy()))
            .toList();
    return new IdList<>(keys, ApiKey::id, (json, key) -> write(json, key, call)).page(call);
  }

  static Reply get(Call call) {
    return call.organisation().directory().apiKeys().stream()
        .filter(key -> key.id().equals(call.segment(3)))
        .findFirst()
        .map(key -> Json.one(key, (json, k) -> write(json, k, call)))
        .orElseThrow(Refusal::notFound);
  }

  private static String wire(ApiKey key) {
    return key.status().name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonGenerator json, ApiKey key, Call call) {
    json.writeStartObject();
    json.writeStringProperty("id", key.id());
    Json.text(json, "created_at", key.createdAt());
    creator(json, key);
    Json.text(json, "expires_at", key.expiresAt());
    json.writeStringProperty("name", key.name());
    json.writeStringProperty("partial_key_hint", key.hint());
    principal(json, key);
    scope(json, key);
    json.writeStringProperty("status", wire(key));
    json.writeStringProperty("type", "api_key");
    if (!call.newVersion()) {
      Json.text(
          json,
          "workspace_id",
          listed(key, call.organisation().directory()) ? key.workspaceId() : null);
    }
    json.writeEndObject();
  }

  private static boolean listed(ApiKey key, Directory directory) {
    return key.workspaceId() != null && !directory.isDefault(key.workspaceId());
  }

  private static void creator(JsonGenerator json, ApiKey key) {
    if (key.createdBy() == null) {
      json.writeNullProperty("created_by");
      return;
    }
    json.writeObjectPropertyStart("created_by");
    json.writeStringProperty("id", key.createdBy());
    json.writeStringProperty("type", "user");
    json.writeEndObject();
  }

  private static void principal(JsonGenerator json, ApiKey key) {
    if (key.userId() == null && key.serviceAccountId() == null) {
      json.writeNullProperty("principal");
      return;
    }
    boolean person = key.userId() != null;
    json.writeObjectPropertyStart("principal");
    json.writeStringProperty("type", person ? "user_actor" : "service_account_actor");
    Json.text(
        json,
        person ? "user_id" : "service_account_id",
        person ? key.userId() : key.serviceAccountId());
    json.writeEndObject();
  }

  private static void scope(JsonGenerator json, ApiKey key) {
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("type", key.workspaceId() == null ? "organization" : "workspace");
    if (key.workspaceId() != null) {
      json.writeStringProperty("workspace_id", key.workspaceId());
    }
    json.writeEndObject();
  }
}
