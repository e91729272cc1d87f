package dev.outlay.simulator.world;

/** A user's explicit membership in a workspace. */
public record Member(String workspaceId, String userId, String role) {}
