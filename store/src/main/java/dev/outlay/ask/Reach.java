package dev.outlay.ask;

import java.util.Optional;
import java.util.Set;

/**
 * What of the data an asker may see.
 *
 * @param workspaces the ids of the only workspaces; empty where all may be seen
 */
public record Reach(Optional<Set<String>> workspaces) {
  public static final Reach ALL = new Reach(Optional.empty());

  public Reach {
    workspaces = workspaces.map(Set::copyOf);
  }

  public static Reach of(Set<String> workspaces) {
    return new Reach(Optional.of(workspaces));
  }
}
