package dev.outlay.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A secret under a fresh key of its own, and that key under the secret key, both by Tink's
 * AES-256-GCM and both bound to the owner. Tink's envelope of the same make would start half of
 * Protocol Buffers first, which prints warnings and takes longer than everything else here.
 */
record Envelope(SecretKey key) {
  private static final int KEY = 32;

  /** A nonce before and a tag behind it. */
  private static final int SEALED_KEY = 12 + KEY + 16;

  byte[] seal(byte[] secret, byte[] owner) throws GeneralSecurityException {
    byte[] own = new byte[KEY];
    new SecureRandom().nextBytes(own);
    byte[] sealedKey = key.aead().encrypt(own, owner);
    byte[] sealed = new AesGcmJce(own).encrypt(secret, owner);
    return ByteBuffer.allocate(sealedKey.length + sealed.length).put(sealedKey).put(sealed).array();
  }

  byte[] open(byte[] envelope, byte[] owner) throws GeneralSecurityException {
    if (envelope.length <= SEALED_KEY) {
      throw new GeneralSecurityException("too short");
    }
    byte[] own = key.aead().decrypt(Arrays.copyOf(envelope, SEALED_KEY), owner);
    return new AesGcmJce(own)
        .decrypt(Arrays.copyOfRange(envelope, SEALED_KEY, envelope.length), owner);
  }
}
