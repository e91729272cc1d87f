package dev.outlay.holder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What proves that one may read the holder's file; printing it shows nothing. */
record Token(String secret) {
  private static final int BYTES = 32;

  static Token fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(HexFormat.of().formatHex(bytes));
  }

  /** Takes as long for a near miss as for any other, so it cannot be guessed by its time. */
  boolean matches(@Nullable String given) {
    return given != null && MessageDigest.isEqual(bytes(secret), bytes(given));
  }

  @Override
  public String toString() {
    return "token";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
