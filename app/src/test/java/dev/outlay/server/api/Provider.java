package dev.outlay.server.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/** A real OpenID Connect provider, which can go away, come back and change its keys. */
final class Provider implements AutoCloseable {
  static final String CLIENT = "outlay";
  private static final String NAME = "house";
  private final InstantSource clock;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Keys keys = new Keys();
  private @Nullable MockOAuth2Server server;

  private static final class Keys extends KeyProvider {
    private JWK key = fresh(1);

    @Override
    public JWK signingKey(String name) {
      return key;
    }

    private static RSAKey fresh(int number) {
      try {
        return new RSAKeyGenerator(2048).keyID("key " + number).generate();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Provider(InstantSource clock) {
    this.clock = clock;
    this.port = freePort();
    start();
  }

  void start() {
    OAuth2TokenProvider tokens = new OAuth2TokenProvider(keys, clock::instant);
    MockOAuth2Server made =
        new MockOAuth2Server(
            new OAuth2Config(
                false, null, null, false, tokens, Set.of(), new MockWebServerWrapper()));
    made.start(InetAddress.getLoopbackAddress(), port);
    server = made;
  }

  void stop() {
    running().shutdown();
  }

  void changeKeys() {
    keys.key = Keys.fresh(2);
  }

  URI issuer() {
    return URI.create("http://localhost:" + port + "/" + NAME);
  }

  /** What it vouches for the next time it is asked. */
  void vouch(String subject, long seconds, Map<String, Object> claims) {
    running()
        .enqueueCallback(
            new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, seconds));
  }

  /** A browser that goes there: where it is sent back to. */
  URI visited(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return URI.create(
        client
            .send(request, BodyHandlers.ofString())
            .headers()
            .firstValue("Location")
            .orElseThrow());
  }

  private MockOAuth2Server running() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    running().shutdown();
  }
}
