package dev.outlay.access;

import java.time.Duration;

/** Somebody may not or cannot do what they asked for. The message says why in one line. */
public abstract sealed class Denied extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String advice;

  private Denied(String message, String advice) {
    super(message, null, false, false);
    this.advice = advice;
  }

  /** What to do about it, or empty. */
  public String advice() {
    return advice;
  }

  /** They are not who they say, or nobody knows. */
  public static final class NotProven extends Denied {
    private static final long serialVersionUID = 1;

    public NotProven(String message) {
      super(message, "");
    }
  }

  /** They tried too often; it goes on after a while. */
  public static final class TooSoon extends Denied {
    private static final long serialVersionUID = 1;
    private final Duration after;

    public TooSoon(Duration after) {
      super("too many tries to sign in", "");
      this.after = after;
    }

    public Duration after() {
      return after;
    }
  }

  /** What was asked for breaks a rule. */
  public static final class Unfit extends Denied {
    private static final long serialVersionUID = 1;

    public Unfit(String message, String advice) {
      super(message, advice);
    }
  }

  /** There is no such thing. */
  public static final class Missing extends Denied {
    private static final long serialVersionUID = 1;

    public Missing(String message) {
      super(message, "");
    }
  }

  /** It does not go with what is there already. */
  public static final class Conflict extends Denied {
    private static final long serialVersionUID = 1;

    public Conflict(String message, String advice) {
      super(message, advice);
    }
  }

  /** They may not. */
  public static final class NotAllowed extends Denied {
    private static final long serialVersionUID = 1;

    public NotAllowed(String message, String advice) {
      super(message, advice);
    }
  }
}
