package dev.outlay.access.oidc;

import dev.outlay.access.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * One sign-in under way, kept by the browser that began it, so that nobody can be made to go on
 * with what another began.
 *
 * @param state comes back with the browser
 * @param nonce comes back in what the service signs
 * @param verifier shows the service that whoever takes the answer is who asked
 * @param to the page to go to afterwards
 */
public record Attempt(String state, String nonce, String verifier, String to) {
  private static final String HOME = "/";

  /** A new one; a page elsewhere is none of ours to go to. */
  static Attempt begin(SecureRandom random, String to) {
    boolean own = to.matches("/([^/\\\\\\p{Cntrl}].{0,1000})?");
    return new Attempt(fresh(random), fresh(random), fresh(random), own ? to : HOME);
  }

  private static String fresh(SecureRandom random) {
    return Secret.fresh(random, "").text();
  }

  /** As a cookie has it. */
  public String text() {
    String page =
        Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(StandardCharsets.UTF_8));
    return String.join(".", state, nonce, verifier, page);
  }

  /** What such a text says; empty where it is none. */
  public static Optional<Attempt> of(String text) {
    String[] parts = text.split("\\.", -1);
    if (!text.matches("([0-9a-f]{64}\\.){3}[A-Za-z0-9_-]{0,5000}")) {
      return Optional.empty();
    }
    try {
      String page = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
      return Optional.of(new Attempt(parts[0], parts[1], parts[2], page));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean isOf(String returned) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "attempt";
  }
}
