package dev.outlay.access.oidc;

/** Somebody could not sign in at the other service. */
public final class OidcRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Trouble trouble;

  OidcRefused(Trouble trouble, String detail) {
    super(detail, null, false, false);
    this.trouble = trouble;
  }

  /** What the page says. */
  public Trouble trouble() {
    return trouble;
  }
}
