package dev.outlay.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** A key-encryption key: 256 random bits that seal the keys of what is kept. Prints as its name. */
public final class SecretKey {
  private static final int BYTES = 32;

  /** Of 32 random bytes fewer different ones than this come about once in 10^20. */
  private static final int FEWEST = 18;

  private final byte[] bytes;

  private SecretKey(byte[] bytes) {
    this.bytes = bytes;
  }

  public static SecretKey fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SecretKey(bytes);
  }

  /**
   * The key that a text spells in base64. A passphrase is refused: whoever has the file could try
   * passphrases against it for years.
   *
   * @throws IllegalArgumentException where it is no such key, without repeating it
   */
  public static SecretKey of(String text) {
    byte[] bytes = decoded(text.strip());
    if (bytes.length != BYTES || distinct(bytes) < FEWEST) {
      throw new IllegalArgumentException("not 32 random bytes in base64");
    }
    return new SecretKey(bytes);
  }

  /** What the key is called; tells nothing about it. */
  public String name() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For the key file alone. */
  String secret() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  Aead aead() throws GeneralSecurityException {
    return new AesGcmJce(bytes);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static long distinct(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
  }

  @Override
  public String toString() {
    return "secret key " + name();
  }
}
