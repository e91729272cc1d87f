package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.RateLimit;
import dev.outlay.simulator.world.SpendLimit;
import dev.outlay.simulator.world.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Rate limits of the organisation and its workspaces, and spend limits. */
final class LimitLists {
  private static final List<String> GROUPS =
      List.of("model_group", "batch", "token_count", "files", "skills", "web_search");
  private static final List<String> SCOPES = List.of("organization", "workspace", "usage_tier");

  private LimitLists() {}

  static Reply organization(Call call) {
    Optional<String> type = call.query().choice("group_type", GROUPS);
    Optional<String> model = call.query().one("model");
    List<RateLimit> limits =
        all(call, type).stream()
            .filter(limit -> model.isEmpty() || covers(limit, model.get()))
            .toList();
    if (model.isPresent() && limits.isEmpty()) {
      throw Refusal.notFound();
    }
    return new PageList<>(limits, (json, limit) -> write(json, limit, call))
        .page(call, limits.size() + 1, 1_000);
  }

  private static List<RateLimit> all(Call call, Optional<String> type) {
    return call.organisation().directory().rateLimits().stream()
        .filter(limit -> type.isEmpty() || type.get().equals(limit.groupType()))
        .toList();
  }

  private static boolean covers(RateLimit limit, String model) {
    List<String> models = limit.models();
    return models != null && models.contains(model);
  }

  private static void write(JsonGenerator json, RateLimit limit, Call call) {
    json.writeStartObject();
    json.writeStringProperty("type", "rate_limit");
    json.writeStringProperty("id", limit.id());
    group(json, limit, call);
    json.writeArrayPropertyStart("limits");
    for (Map.Entry<String, Long> entry : limit.limits().entrySet()) {
      json.writeStartObject();
      json.writeStringProperty("type", entry.getKey());
      json.writeNumberProperty("value", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    models(json, limit);
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, RateLimit limit, Call call) {
    if (!call.newVersion()) {
      json.writeStringProperty("group_type", limit.groupType());
    }
    json.writeObjectPropertyStart("group");
    json.writeStringProperty("type", limit.groupType());
    json.writeStringProperty("id", limit.groupId());
    if (limit.displayName() != null) {
      json.writeStringProperty("display_name", limit.displayName());
    }
    json.writeEndObject();
  }

  private static void models(JsonGenerator json, RateLimit limit) {
    List<String> models = limit.models();
    if (models == null) {
      json.writeNullProperty("models");
      return;
    }
    json.writeArrayPropertyStart("models");
    models.forEach(json::writeString);
    json.writeEndArray();
  }

  static Reply workspace(Call call) {
    Workspace workspace = Workspaces.named(call);
    boolean inherited = call.query().flag("include_inherited");
    List<RateLimit> limits =
        all(call, call.query().choice("group_type", GROUPS)).stream()
            .filter(limit ->
                inherited
                    || limit.limits().keySet().stream()
                        .anyMatch(type -> overrides(call, workspace, limit, type)))
            .toList();
    Json.Writer<RateLimit> writer = (json, limit) -> write(json, limit, workspace, inherited, call);
    return new PageList<>(limits, writer).page(call, limits.size() + 1, 1_000);
  }

  /** Every third workspace has its own requests and input limits for two groups of models. */
  private static boolean overrides(Call call, Workspace workspace, RateLimit limit, String type) {
    int place = call.organisation().directory().workspaces().indexOf(workspace);
    int group = call.organisation().directory().rateLimits().indexOf(limit);
    boolean model = limit.groupType().equals("model_group");
    return place >= 0
        && place % 3 == 0
        && model
        && (group - place) % 4 == 0
        && !type.startsWith("output");
  }

  private static void write(
      JsonGenerator json, RateLimit limit, Workspace workspace, boolean inherited, Call call) {
    json.writeStartObject();
    json.writeStringProperty("type", "workspace_rate_limit");
    group(json, limit, call);
    json.writeArrayPropertyStart("limits");
    for (Map.Entry<String, Long> entry : limit.limits().entrySet()) {
      boolean own = overrides(call, workspace, limit, entry.getKey());
      if (own || inherited) {
        limiter(json, entry.getKey(), entry.getValue(), own);
      }
    }
    json.writeEndArray();
    models(json, limit);
    json.writeStringProperty("rate_limit_id", limit.id());
    json.writeStringProperty("workspace_id", workspace.id());
    json.writeEndObject();
  }

  private static void limiter(JsonGenerator json, String type, long value, boolean own) {
    json.writeStartObject();
    json.writeStringProperty("type", type);
    json.writeNumberProperty("value", own ? value / 4 : value);
    json.writeNumberProperty("org_limit", value);
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("type", own ? "workspace" : "organization");
    json.writeEndObject();
    json.writeEndObject();
  }

  static Reply spend(Call call) {
    call.requireBeta("spend-limit-reads-2026-09-26");
    if (!call.policy().spendLimits()) {
      throw Refusal.forbidden("Spend limits are not enabled for this organization.");
    }
    List<String> scopes = call.query().many("scope_type", SCOPES);
    Optional<String> workspace = call.query().one("workspace_id");
    List<SpendLimit> limits =
        call.organisation().directory().spendLimits().stream()
            .filter(limit -> scopes.isEmpty() || scopes.contains(limit.scope()))
            .filter(limit -> workspace.isEmpty() || workspace.get().equals(limit.workspaceId()))
            .toList();
    return new PageList<>(limits, LimitLists::write).page(call, 20, 1_000);
  }

  private static void write(JsonGenerator json, SpendLimit limit) {
    json.writeStartObject();
    json.writeStringProperty("type", "spend_limit");
    json.writeStringProperty("id", limit.id());
    json.writeStringProperty("amount", String.valueOf(limit.cents()));
    Json.text(json, "created_at", limit.createdAt());
    json.writeStringProperty("currency", "USD");
    json.writeBooleanProperty("is_enabled", true);
    json.writeStringProperty("period", "monthly");
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("type", limit.scope());
    if (limit.workspaceId() != null) {
      json.writeStringProperty("workspace_id", limit.workspaceId());
    }
    json.writeEndObject();
    Json.text(json, "updated_at", limit.createdAt());
    json.writeEndObject();
  }
}
