package dev.outlay.access.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.outlay.access.door.Guest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in at another service: the authorization code flow of OpenID Connect, with PKCE. Nothing
 * is asked of the service until somebody begins, so that it may be down while Outlay starts. Safe
 * for use by many threads.
 */
public final class SingleSignOn {
  private final OidcSettings settings;
  private final Provider provider;
  private final Admission admission;
  private final SecureRandom random;

  public SingleSignOn(OidcSettings settings, InstantSource clock, SecureRandom random) {
    this.settings = settings;
    this.provider = new Provider(settings, clock);
    this.admission = new Admission(settings);
    this.random = random;
  }

  /**
   * Somebody on their way there.
   *
   * @param attempt for their browser to keep
   * @param address where they are sent
   */
  public record Begun(Attempt attempt, URI address) {}

  /**
   * Begins.
   *
   * @param back where the service sends them back to
   * @param to the page they want to see in the end
   */
  public Begun begin(URI back, String to) {
    Attempt attempt = Attempt.begin(random, to);
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().stream().sorted().toArray(String[]::new)),
                new ClientID(settings.client().id()),
                back)
            .endpointURI(provider.known().metadata().getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(attempt, address);
  }

  /** Who came back; OidcRefused where they may not come in or it was not they who went. */
  public Guest finish(Optional<Attempt> kept, Returned returned, URI back) {
    Attempt attempt =
        kept.filter(each -> each.isOf(returned.state()))
            .orElseThrow(() -> Trouble.STALE.because("no sign-in was begun with this browser"));
    returned
        .issuer()
        .filter(issuer -> !issuer.equals(settings.issuer().toString()))
        .ifPresent(issuer -> {
          throw Trouble.NOT_FOR_US.because("another service answered");
        });
    String code = returned.code().orElseThrow(() -> refused(returned.error()));
    Map<String, Object> claims = provider.redeem(code, attempt, back);
    return admission.guest(claims);
  }

  private static OidcRefused refused(Optional<String> error) {
    String word = error.filter(text -> text.matches("[a-z_]{1,40}")).orElse("no code and no error");
    return (word.equals("access_denied") ? Trouble.CANCELLED : Trouble.PROVIDER_REFUSED)
        .because("the service answered " + word);
  }
}
