package dev.outlay.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Something only one person or program knows: random, shown once, kept as its digest alone.
 *
 * @param text the secret itself; printing the record does not show it
 */
public record Secret(String text) {
  private static final int BYTES = 32;

  /** A new one of 256 bits, after a prefix that tells what it is. */
  public static Secret fresh(SecureRandom random, String prefix) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(prefix + HexFormat.of().formatHex(bytes));
  }

  /**
   * Its SHA-256 in hex. Nothing slower is needed: nobody guesses 256 bits, and nobody learns them
   * from the time it takes to look a digest up.
   */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "secret";
  }
}
