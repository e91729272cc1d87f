package dev.outlay.access.oidc;

import java.util.Locale;

/** Why somebody could not sign in at the other service: what the page says about it. */
public enum Trouble {
  PROVIDER_DOWN(
      "the sign-in service does not answer",
      "Try again in a moment. With a name and a password you can sign in meanwhile."),
  PROVIDER_REFUSED(
      "the sign-in service refused Outlay", "An administrator finds what it said in Outlay's log."),
  CANCELLED("the sign-in service says that you did not go on", "Begin again."),
  STALE(
      "this sign-in took too long, or it was begun in another window",
      "Begin again, in one window."),
  NOT_FOR_US(
      "what the sign-in service answered is not for this place, too old or not its own",
      "Begin again. An administrator finds more in Outlay's log."),
  NO_ROLE(
      "none of your groups has a role here",
      "Ask an administrator to give one of your groups a role."),
  NO_WORKSPACE(
      "none of your groups has a workspace here",
      "Ask an administrator to give one of your groups a workspace."),
  EMAIL_DOMAIN(
      "your e-mail address is not one that may come in here", "Sign in there as somebody else."),
  DISABLED("your account here is disabled", "Ask an administrator."),
  TOO_SOON("that was tried too often from here", "Wait a minute, then begin again.");

  private final String text;
  private final String advice;

  Trouble(String text, String advice) {
    this.text = text;
    this.advice = advice;
  }

  /** What went wrong, in one line. */
  public String text() {
    return text;
  }

  public String advice() {
    return advice;
  }

  /** As in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  OidcRefused because(String detail) {
    return new OidcRefused(this, detail);
  }
}
