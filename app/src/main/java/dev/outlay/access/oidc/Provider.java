package dev.outlay.access.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the other service says about itself, asked for when it is needed and again each hour. */
final class Provider {
  static final int PATIENCE_MILLIS = 10_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration DOWN = Duration.ofSeconds(5);
  private static final long BETWEEN_KEYS_MILLIS = 5_000;

  private final OidcSettings settings;
  private final InstantSource clock;
  private @Nullable Known known;
  private Instant askAgain = Instant.MIN;

  /**
   * What it said.
   *
   * @param keys what it signs with; asked for again where something is signed with another
   */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  Provider(OidcSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What it said last; OidcRefused where it never answered, and is not asked at once again. */
  synchronized Known known() {
    Instant now = clock.instant();
    if (!now.isBefore(askAgain)) {
      ask(now);
    }
    if (known == null) {
      throw Trouble.PROVIDER_DOWN.because(settings.issuer() + " does not answer");
    }
    return known;
  }

  /** What it vouches for in exchange for a code. */
  Map<String, Object> redeem(String code, Attempt attempt, URI back) {
    return new Redeeming(settings, known(), clock).redeem(code, attempt, back);
  }

  private void ask(Instant now) {
    askAgain = now.plus(DOWN);
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              new Issuer(settings.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
      known = new Known(metadata, keys(metadata));
      askAgain = now.plus(FRESH);
    } catch (IOException e) {
      unlessKnown(Trouble.PROVIDER_DOWN, e);
    } catch (GeneralException e) {
      unlessKnown(Trouble.PROVIDER_REFUSED, e);
    }
  }

  /** What it said before holds until it says something else. */
  private void unlessKnown(Trouble trouble, Exception e) {
    if (known == null) {
      throw trouble.because(settings.issuer() + ": " + Said.in(e));
    }
  }

  private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws MalformedURLException {
    DefaultResourceRetriever retriever =
        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
    return JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
        .retrying(true)
        .rateLimited(BETWEEN_KEYS_MILLIS)
        .refreshAheadCache(false)
        .build();
  }
}
