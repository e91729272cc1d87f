package dev.outlay.server;

import dev.outlay.app.setting.WrongUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A certificate and its key, in PEM files.
 *
 * @param certificate with the chain behind it
 * @param key in PKCS#8, not encrypted
 */
public record Tls(Path certificate, Path key) {
  private static final Pattern PRIVATE =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");

  /** WrongUse names the file that is of no use. */
  SslContextFactory.Server context() {
    String password = UUID.randomUUID().toString();
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(keys(password.toCharArray()));
    context.setKeyStorePassword(password);
    return context;
  }

  private KeyStore keys(char[] password) {
    PrivateKey secret = key(text(key));
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, password);
      keys.setKeyEntry("outlay", secret, password, chain());
      return keys;
    } catch (GeneralSecurityException | IOException _) {
      throw new WrongUse(
          "tls.certificate: " + certificate + " is not a PEM file with the certificate of " + key);
    }
  }

  private Certificate[] chain() throws GeneralSecurityException {
    byte[] bytes = text(certificate).getBytes(StandardCharsets.UTF_8);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(bytes))
        .toArray(Certificate[]::new);
  }

  private PrivateKey key(String pem) {
    Matcher matcher = PRIVATE.matcher(pem);
    if (matcher.find()) {
      PKCS8EncodedKeySpec spec =
          new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
      for (String kind : KINDS) {
        try {
          return KeyFactory.getInstance(kind).generatePrivate(spec);
        } catch (GeneralSecurityException _) {
          // It is of another kind.
        }
      }
    }
    throw new WrongUse(
        "tls.key: "
            + key
            + " is not a PEM file with a private key (PKCS#8, not encrypted); openssl pkcs8 -topk8 -nocrypt"
            + " makes one of others");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      throw new WrongUse("tls: " + file + " cannot be read");
    }
  }
}
