package dev.outlay.simulator.api;

import dev.outlay.simulator.world.Dimension;
import dev.outlay.simulator.world.Lane;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dimensions of the second generation in the order they are written, each with its filter; the last
 * two are for cost only. Many never have a value in the simulated organisations.
 */
enum Facet {
  PRODUCT("products"),
  MODEL("models"),
  CONTEXT_WINDOW("context_windows"),
  INFERENCE_GEO("inference_geos"),
  SPEED("speeds"),
  SLACK_CHANNEL_ID("slack_channel_ids"),
  CLAUDE_TAG_CATEGORY("claude_tag_categories"),
  CLAUDE_TAG_USER_ID("claude_tag_user_ids"),
  RBAC_GROUP_ID("rbac_group_ids"),
  ACTOR("actor_ids"),
  ACTOR_TYPE("actor_types"),
  AGENT_ID("agent_ids"),
  API_KEY_ID("api_key_ids"),
  DEPLOYMENT_ID("deployment_ids"),
  ENVIRONMENT_ID("environment_ids"),
  SERVICE_TIER("service_tiers"),
  SESSION_ID("session_ids"),
  USER_PROFILE_ID("user_profile_ids"),
  WORKSPACE_ID("workspace_ids"),
  COST_TYPE(""),
  TOKEN_TYPE("");

  private final String filter;

  Facet(String filter) {
    this.filter = filter;
  }

  static List<Facet> ofUsage() {
    return Arrays.stream(values()).filter(facet -> !facet.isOfCostOnly()).toList();
  }

  static Facet named(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its filter, without brackets. */
  String filter() {
    return filter;
  }

  boolean isOfCostOnly() {
    return this == COST_TYPE || this == TOKEN_TYPE;
  }

  @Nullable String value(Lane lane) {
    return switch (this) {
      case PRODUCT -> lane.product();
      case MODEL -> lane.model().id();
      case CONTEXT_WINDOW -> lane.context().wire();
      case INFERENCE_GEO -> lane.value(Dimension.INFERENCE_GEO);
      case SPEED -> lane.speed().wire();
      case ACTOR -> orNull(lane.actor().id());
      case ACTOR_TYPE -> orNull(lane.actor().type());
      case API_KEY_ID -> lane.apiKeyId();
      case SERVICE_TIER -> lane.tier().wire();
      case WORKSPACE_ID -> lane.workspaceId();
      default -> orNull("");
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
