package dev.outlay.access;

/** What somebody may do; each may do all that the ones before it may. */
public enum Role {
  /** Looks at everything, or at some workspaces only. */
  VIEWER,
  /** Saves views and exports as well. */
  ANALYST,
  /** Manages connections and people as well. */
  ADMIN;

  /** Whether this is enough where that is asked for. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
