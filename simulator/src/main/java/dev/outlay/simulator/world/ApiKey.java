package dev.outlay.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key: personal, of a service account, or (with neither) of a workspace. */
public record ApiKey(
    String id,
    String name,
    Instant createdAt,
    @Nullable Instant expiresAt,
    Status status,
    @Nullable String userId,
    @Nullable String serviceAccountId,
    @Nullable String workspaceId,
    @Nullable String createdBy,
    String hint) {

  /** As on the wire in lower case; the last is one no documentation names. */
  public enum Status {
    ACTIVE,
    INACTIVE,
    ARCHIVED,
    EXPIRED,
    SUSPENDED
  }
}
