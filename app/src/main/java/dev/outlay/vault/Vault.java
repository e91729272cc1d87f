package dev.outlay.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * Seals secrets with AES-256-GCM: each under a key of its own, which is sealed under the first of
 * the secret keys; any of them opens. A secret opens only for the owner it was sealed for. Safe for
 * use by many threads.
 */
public final class Vault {
  private static final String MARK = "outlay-1";
  private volatile List<SecretKey> keys;

  /**
   * A vault of these keys.
   *
   * @param keys at least one; the first seals
   */
  public Vault(List<SecretKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** From now on these are its keys. */
  void use(List<SecretKey> others) {
    keys = List.copyOf(others);
  }

  /** Seals it for that owner; the text holds the name of the key, nothing else can be read. */
  public String seal(String owner, String secret) {
    SecretKey key = keys.getFirst();
    try {
      byte[] sealed = new Envelope(key).seal(secret.getBytes(StandardCharsets.UTF_8), bound(owner));
      return MARK + ":" + key.name() + ":" + Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /**
   * The secret.
   *
   * @throws Locked where no key of this vault opens it, or it was sealed for somebody else
   */
  public String open(String owner, String sealed) throws Locked {
    String[] parts = sealed.split(":", 3);
    if (parts.length != 3 || !parts[0].equals(MARK)) {
      throw new Locked("what is kept is not a sealed key");
    }
    SecretKey key =
        keys.stream()
            .filter(each -> each.name().equals(parts[1]))
            .findFirst()
            .orElseThrow(() -> new Locked("it is sealed with another secret key, " + parts[1]));
    return opened(key, owner, parts[2]);
  }

  /** Whether it is sealed under the first key already. */
  public boolean isNewest(String sealed) {
    return sealed.startsWith(MARK + ":" + keys.getFirst().name() + ":");
  }

  /** What kept a secret closed, without any part of it. */
  public static final class Locked extends Exception {
    Locked(String why) {
      super(why);
    }
  }

  private static String opened(SecretKey key, String owner, String text) throws Locked {
    try {
      byte[] secret = new Envelope(key).open(Base64.getDecoder().decode(text), bound(owner));
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw new Locked("it was changed, or sealed for another connection");
    }
  }

  private static byte[] bound(String owner) {
    return ("outlay connection " + owner).getBytes(StandardCharsets.UTF_8);
  }
}
