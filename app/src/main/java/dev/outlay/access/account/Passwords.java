package dev.outlay.access.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.outlay.access.Denied;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords by Argon2id, with what OWASP asks for: 19 MiB, two passes, one lane. Few at a
 * time, so that guessing takes neither the memory nor the processors from those who work.
 */
public final class Passwords {
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Nobody's hash, checked where there is no account, so that it takes as long as where one is. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
          .formatted(KIBIBYTES, PASSES, base64(new byte[SALT_BYTES]), base64(new byte[HASH_BYTES]));

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final SecureRandom random;

  public Passwords(SecureRandom random) {
    this.random = random;
  }

  /** The hash to keep: with its salt and parameters. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return inTurn(() -> function().hash(bytes(password), salt).getResult());
  }

  /** Whether that is the password; where there is none to compare with, no, after the same time. */
  public boolean matches(String password, Optional<String> hash) {
    String kept = hash.orElse(NOBODYS);
    boolean same =
        inTurn(() ->
            Argon2Function.getInstanceFromHash(kept)
                .check(bytes(password), kept.getBytes(StandardCharsets.UTF_8)));
    return same && hash.isPresent();
  }

  /** Whether the hash was made with other parameters than today's. */
  boolean outdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(function());
  }

  /** Made when the first password comes: it takes a while, and keeps the memory it works in. */
  private static Argon2Function function() {
    return Argon2Function.getInstance(KIBIBYTES, PASSES, 1, HASH_BYTES, Argon2.ID);
  }

  private interface Work<T> {
    T done();
  }

  private <T> T inTurn(Work<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Denied.TooSoon(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Denied.TooSoon(PATIENCE);
    }
    try {
      return work.done();
    } finally {
      turns.release();
    }
  }

  /** The same text may be typed in several ways. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
