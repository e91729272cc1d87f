package dev.outlay.people;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who was asked to join.
 *
 * @param status pending, accepted, expired, …
 */
public record Invite(
    String id,
    String email,
    Optional<String> role,
    String status,
    Optional<Instant> invitedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> acceptedAt,
    String connection) {}
