package dev.outlay.failure;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, by what to do about it. There are five kinds and no others; each builds its own
 * message from the parts, so that none can be forgotten, and no text of another exception reaches
 * the user. The cause is kept for {@code --debug} alone.
 */
public abstract sealed class Failure extends RuntimeException {
  private final transient Attempt attempt;
  private final String advice;

  private Failure(Attempt attempt, String came, String advice, Throwable... cause) {
    super(attempt + ": " + came + attempt.requestText() + ". " + advice, first(cause));
    this.attempt = attempt;
    this.advice = advice;
  }

  /** What to do about it; the end of the message. */
  public String advice() {
    return advice;
  }

  /** What was tried and what came: the message without the advice. */
  public String what() {
    String message = String.valueOf(getMessage());
    return message.substring(0, message.length() - advice.length()).strip();
  }

  /** What was being done. */
  public Attempt attempt() {
    return attempt;
  }

  /** It may pass by itself: trying again later is right. */
  public static final class Retry extends Failure {
    private final transient Optional<Duration> after;
    private final boolean worthRepeating;

    /** It may pass within seconds. */
    public Retry(Attempt attempt, String came, Optional<Duration> after, Throwable... cause) {
      super(attempt, came, "Nothing was lost: run the same command again later.", cause);
      this.after = after;
      this.worthRepeating = true;
    }

    /** It may pass, but hardly without somebody following the advice. */
    public Retry(
        Attempt attempt, String came, String advice, boolean worthRepeating, Throwable... cause) {
      super(attempt, came, advice, cause);
      this.after = Optional.empty();
      this.worthRepeating = worthRepeating;
    }

    /** It passes when somebody follows the advice; trying again at once is no use. */
    public Retry(Attempt attempt, String came, String advice, Throwable... cause) {
      this(attempt, came, advice, false, cause);
    }

    /** How long the other side asked to be left alone, where it did. */
    public Optional<Duration> after() {
      return after;
    }

    /** Whether it makes sense to try again at once, within the same run. */
    public boolean worthRepeating() {
      return worthRepeating;
    }
  }

  /** The key is wrong, revoked, expired or of the wrong kind: a person has to act. */
  public static final class Refused extends Failure {
    public Refused(Attempt attempt, String came, String advice) {
      super(attempt, came, advice);
    }
  }

  /** This organisation does not have the endpoint: noted, and the rest goes on. */
  public static final class NotEntitled extends Failure {
    public NotEntitled(Attempt attempt, String came, String advice) {
      super(attempt, came, advice);
    }
  }

  /** The answer breaks its own contract at a named place; nothing of it was kept. */
  public static final class Unreadable extends Failure {
    private static final String ADVICE =
        "Nothing of it was kept; if it stays so, report it with the request id.";

    /** The request itself was answered with a refusal that repeating does not change. */
    public Unreadable(Attempt attempt, String came) {
      super(attempt, came, ADVICE);
    }

    public Unreadable(Attempt attempt, String path, String found, Throwable... cause) {
      super(attempt, "the answer is unreadable at " + path + ": " + found, ADVICE, cause);
    }
  }

  /** What came could not be kept. */
  public static final class KeepFailed extends Failure {
    public KeepFailed(Attempt attempt, String came, String advice, Throwable... cause) {
      super(attempt, came, advice, cause);
    }
  }

  private static @Nullable Throwable first(Throwable[] cause) {
    return cause.length == 0 ? null : cause[0];
  }
}
