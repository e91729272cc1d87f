package dev.outlay.people;

import java.util.Optional;

/** Somebody's place in a workspace. */
public record Member(String connection, Named user, In in) {
  /**
   * A workspace and the role there.
   *
   * @param name of the workspace
   */
  public record In(String id, String name, Optional<String> role) {}
}
