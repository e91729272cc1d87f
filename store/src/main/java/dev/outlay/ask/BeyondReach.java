package dev.outlay.ask;

/** The asker may see some workspaces only, and what was asked for is not of workspaces. */
public final class BeyondReach extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BeyondReach(String measure) {
    super(
        "Only some workspaces may be seen here, and " + measure + " is not known by workspace.",
        null,
        false,
        false);
  }
}
