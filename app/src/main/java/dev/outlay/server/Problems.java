package dev.outlay.server;

import dev.outlay.app.setting.Secrets;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.failure.Failure;
import dev.outlay.store.QueryRefused;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, as a problem in words. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger("dev.outlay.server");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a package of its own throws, as a refusal; empty for what it does not know. */
  @FunctionalInterface
  public interface Words {
    Optional<Refusal> of(Throwable thrown);
  }

  private final List<Words> words;

  Problems(List<Words> words) {
    this.words = List.copyOf(words);
  }

  /** The refusal that says it. */
  Refusal of(Throwable thrown, String doing) {
    return thrown instanceof Refusal refusal
        ? refusal
        : words.stream()
            .flatMap(each -> each.of(thrown).stream())
            .findFirst()
            .orElseGet(() -> known(thrown, doing));
  }

  private static Refusal known(Throwable thrown, String doing) {
    return switch (thrown) {
      case QueryRefused refused -> Refusal.unfit(said(refused), "");
      case WrongUse wrong -> Refusal.bad(said(wrong));
      case Failure failure -> failed(failure, doing);
      case OutOfMemoryError _ ->
          Refusal.unfit("the answer needs more memory than there is", "Ask for less at once.");
      default -> mistake(thrown, doing);
    };
  }

  private static Refusal failed(Failure failure, String doing) {
    return switch (failure) {
      case Failure.Retry retry ->
          unavailable(retry, retry.after().map(each -> each.toSeconds() + 1));
      case Failure.KeepFailed kept -> {
        LOG.warn("{}: {}", doing, said(kept));
        yield unavailable(kept, Optional.of(5L));
      }
      case Failure.Refused refused -> Refusal.unfit(said(refused), "");
      case Failure.NotEntitled lacking -> Refusal.unfit(said(lacking), "");
      case Failure.Unreadable unreadable ->
          new Refusal(
              Problem.of(
                  502,
                  "unreadable",
                  "The other side answered what nobody understands",
                  said(unreadable)));
    };
  }

  private static Refusal unavailable(Failure failure, Optional<Long> after) {
    return new Refusal(
        Problem.of(503, "unavailable", "That cannot be done right now", said(failure)),
        new Reply.Header("Retry-After", String.valueOf(after.orElse(5L))));
  }

  /** Nobody outside learns more of it than the number under which it is in the log. */
  private static Refusal mistake(Throwable thrown, String doing) {
    String number = HexFormat.of().toHexDigits(RANDOM.nextLong());
    LOG.error("mistake {} at {}", number, doing, thrown);
    return new Refusal(
        Problem.of(500, "mistake", "Something went wrong here", "this should not have happened")
            .instance("urn:outlay:mistake:" + number)
            .advice("Try again; if it stays so, report it with the number " + number + "."));
  }

  private static String said(Throwable thrown) {
    return Secrets.mask(String.valueOf(thrown.getMessage()));
  }
}
