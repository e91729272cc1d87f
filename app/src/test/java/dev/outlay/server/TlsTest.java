package dev.outlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.app.setting.WrongUse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "of-no-importance";
  @TempDir private Path folder = Path.of("");

  @Test
  void speaksHttpsWithTheCertificateOfItsFiles() throws Exception {
    KeyStore keys = made();
    Tls tls =
        new Tls(
            pem("cert.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded()),
            pem("key.pem", "PRIVATE KEY", keys.getKey("own", PASSWORD.toCharArray()).getEncoded()));
    Binding binding = new Binding(new Address("127.0.0.1", 0), Optional.of(tls), Networks.NONE);
    Api api = new Api(List.of(), Identify.LOCAL, List.of(), () -> 1);
    try (Listening listening =
            Listening.to(binding, api, new Pages(_ -> Optional.empty()), () -> Instant.EPOCH);
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
      URI url = URI.create(listening.url().toString().replace("127.0.0.1", "localhost"));
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
      assertThat(url.getScheme()).isEqualTo("https");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().map()).containsKey("strict-transport-security");
    }
  }

  @Test
  void aKeyThatIsNoneIsNamed() throws IOException {
    Tls tls =
        new Tls(folder.resolve("cert.pem"), Files.writeString(folder.resolve("key.pem"), "x"));
    assertThatThrownBy(tls::context)
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("key.pem")
        .hasMessageContaining("PKCS#8");
  }

  /** As an administrator would make one. */
  private KeyStore made() throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("own", keys.getCertificate("own"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private Path pem(String name, String what, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }
}
