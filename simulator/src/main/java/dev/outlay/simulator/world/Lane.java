package dev.outlay.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * The finest grain: one full tuple of dimensions, alive from one day (inclusive) to another
 * (exclusive), in days since 1970-01-01. {@code workspaceId} is null for the Default Workspace,
 * {@code apiKeyId} for traffic without a key. {@code cell} is its place among the cost cells.
 */
public record Lane(
    int index,
    @Nullable String workspaceId,
    @Nullable String apiKeyId,
    @Nullable String accountId,
    @Nullable String serviceAccountId,
    Model model,
    Tier tier,
    Context context,
    Geo geo,
    Speed speed,
    String product,
    Actor actor,
    int cell,
    long from,
    long to) {

  /** The value on the wire; null is a group of its own. */
  public @Nullable String value(Dimension dimension) {
    return switch (dimension) {
      case ACCOUNT_ID -> accountId;
      case API_KEY_ID -> apiKeyId;
      case CONTEXT_WINDOW -> context.wire();
      case INFERENCE_GEO -> geo.wire();
      case MODEL -> model.id();
      case SERVICE_ACCOUNT_ID -> serviceAccountId;
      case SERVICE_TIER -> tier.wire();
      case SPEED -> speed.wire();
      case WORKSPACE_ID -> workspaceId;
    };
  }

  boolean names(String id) {
    return id.equals(workspaceId)
        || id.equals(apiKeyId)
        || id.equals(accountId)
        || id.equals(serviceAccountId)
        || id.equals(model.id());
  }

  /** Its cost cell. */
  public Cell cellKey() {
    return new Cell(workspaceId, model, tier, context, geo, speed);
  }
}
