package dev.outlay.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation to the organisation; statuses as on the wire. */
public record Invite(
    String id,
    String email,
    String role,
    String status,
    Instant invitedAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt) {}
