package dev.outlay.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name for logs and pages
 * @param role what they may do
 * @param workspaces the ids of the only workspaces they may see; empty where they may see all
 */
public record Caller(String name, Role role, Optional<Set<String>> workspaces) {
  /** Whoever sits at this machine, where no sign-in is asked for. */
  public static final Caller LOCAL = new Caller("local", Role.ADMIN, Optional.empty());

  public Caller {
    workspaces = workspaces.map(Set::copyOf);
  }

  /** Whether some of the data is not for them. */
  public boolean limited() {
    return workspaces.isPresent();
  }
}
