package dev.outlay.server;

import dev.outlay.access.Role;
import java.util.Optional;

/**
 * Who may call a route.
 *
 * @param least the role that is enough; empty where nobody has to sign in
 * @param limited whether somebody limited to some workspaces may call it too: only where the answer
 *     is made of what lies in those workspaces
 */
public record Access(Optional<Role> least, boolean limited) {
  public static final Access OPEN = new Access(Optional.empty(), true);

  public static Access of(Role least) {
    return new Access(Optional.of(least), false);
  }

  /** The same, for those limited to some workspaces as well. */
  public Access alsoLimited() {
    return new Access(least, true);
  }
}
