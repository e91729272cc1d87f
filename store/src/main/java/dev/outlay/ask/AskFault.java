package dev.outlay.ask;

import java.util.Collection;
import java.util.Optional;

/** The ask is at fault. The message says in one line what and what would do. */
public final class AskFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String nearest;

  public AskFault(String message) {
    this(message, Optional.empty());
  }

  public AskFault(String message, Optional<String> nearest) {
    super(message, null, false, false);
    this.nearest = nearest.orElse("");
  }

  /** A word that is none of the words there are. */
  public static AskFault unknown(String what, String word, Collection<String> words) {
    Optional<String> near = Nearest.to(word, words);
    String hint = near.map(each -> "; did you mean " + each + "?").orElse("");
    return new AskFault("unknown " + what + " " + word + hint, near);
  }

  /** The right word, where there is one that is much like the wrong one. */
  public Optional<String> nearest() {
    return Optional.of(nearest).filter(word -> !word.isEmpty());
  }
}
