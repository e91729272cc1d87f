package dev.outlay.access;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do, as it is granted.
 *
 * @param role what they may do
 * @param workspaces the ids of the only ones they may see; empty for all
 */
public record Standing(Role role, Optional<Set<String>> workspaces) {
  /** Denied where the two do not go together. */
  public Standing {
    workspaces = workspaces.map(Set::copyOf);
    if (workspaces.isPresent() && role != Role.VIEWER) {
      throw new Denied.Unfit(
          "only a viewer can be limited to workspaces", "Give the role viewer, or lift the limit.");
    }
    if (workspaces.filter(Set::isEmpty).isPresent()) {
      throw new Denied.Unfit(
          "a limit to no workspace leaves nothing to see", "Name a workspace, or leave it out.");
    }
  }

  public static Standing of(Role role) {
    return new Standing(role, Optional.empty());
  }

  /** Whether whoever has this may give that to others. */
  public boolean covers(Standing other) {
    return role.covers(other.role)
        && workspaces
            .map(mine -> other.workspaces.filter(mine::containsAll).isPresent())
            .orElse(true);
  }
}
