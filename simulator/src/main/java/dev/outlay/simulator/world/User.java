package dev.outlay.simulator.world;

import java.time.Instant;

/** A person with an account; deleted ones are known from old usage only. */
public record User(
    String id, String name, String email, String role, Instant addedAt, boolean deleted) {}
