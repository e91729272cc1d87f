package dev.outlay.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import dev.outlay.access.oidc.Provider.Known;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes a code for what the service vouches for, and believes nothing it did not sign. */
record Redeeming(OidcSettings settings, Known known, InstantSource clock) {
  Map<String, Object> redeem(String code, Attempt attempt, URI back) {
    Map<String, Object> tokens = tokens(code, attempt, back);
    Map<String, Object> claims = new HashMap<>(checked(signed(tokens), attempt).getClaims());
    if (lacks(claims) && tokens.get("access_token") instanceof String access) {
      more(access, claims).forEach(claims::putIfAbsent);
    }
    return claims;
  }

  /** Two of its fields are needed; what else a service says there is not held against it. */
  private Map<String, Object> tokens(String code, Attempt attempt, URI back) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(attempt.verifier()));
    HTTPResponse response = send(request(grant).toHTTPRequest());
    try {
      Map<String, Object> told = response.getBodyAsJSONObject();
      if (response.indicatesSuccess()) {
        return told;
      }
      throw refused(told.get("error"));
    } catch (ParseException e) {
      throw Trouble.PROVIDER_REFUSED.because("the service's tokens: " + Said.in(e));
    }
  }

  private static JWT signed(Map<String, Object> tokens) {
    if (!(tokens.get("id_token") instanceof String text)) {
      throw Trouble.PROVIDER_REFUSED.because("the service gave no ID token; ask for openid");
    }
    try {
      return JWTParser.parse(text);
    } catch (java.text.ParseException e) {
      throw Trouble.NOT_FOR_US.because("the ID token: it cannot be read");
    }
  }

  private TokenRequest request(AuthorizationCodeGrant grant) {
    URI endpoint = known.metadata().getTokenEndpointURI();
    ClientID client = new ClientID(settings.client().id());
    return settings
        .client()
        .secret()
        .map(text ->
            new TokenRequest.Builder(endpoint, shown(client, new Secret(text)), grant).build())
        .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant).build());
  }

  /** Where a service says nothing it takes the secret in a header. */
  private ClientAuthentication shown(ClientID client, Secret secret) {
    List<ClientAuthenticationMethod> methods = known.metadata().getTokenEndpointAuthMethods();
    boolean header =
        methods == null
            || methods.isEmpty()
            || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return header ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
  }

  private static OidcRefused refused(@Nullable Object error) {
    String word = Objects.toString(error, "an error").replaceAll("[^a-z_ ]", "");
    return Trouble.PROVIDER_REFUSED.because(
        "the service answered "
            + word
            + (word.equals("invalid_client")
                ? "; check oidc.client_id and oidc.client_secret"
                : ""));
  }

  private JWTClaimsSet checked(JWT signed, Attempt attempt) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(), known.keys()));
    processor.setJWTClaimsSetVerifier(new Expected(settings, attempt.nonce(), clock));
    try {
      return processor.process(signed, null);
    } catch (KeySourceException e) {
      throw Trouble.PROVIDER_DOWN.because("the service's keys: " + Said.in(e));
    } catch (BadJOSEException | JOSEException e) {
      throw Trouble.NOT_FOR_US.because("the ID token: " + Said.in(e));
    }
  }

  /** Never those that work with a shared secret, nor none: anybody could sign then. */
  private Set<JWSAlgorithm> algorithms() {
    List<JWSAlgorithm> said = known.metadata().getIDTokenJWSAlgs();
    Set<JWSAlgorithm> usual =
        said == null
            ? Set.of(JWSAlgorithm.RS256)
            : said.stream()
                .filter(JWSAlgorithm.Family.SIGNATURE::contains)
                .collect(Collectors.toSet());
    return usual.isEmpty() ? Set.of(JWSAlgorithm.RS256) : usual;
  }

  private boolean lacks(Map<String, Object> claims) {
    boolean groups = !settings.roles().isEmpty() || !settings.workspaces().isEmpty();
    return !claims.containsKey("email")
        || (groups && Admission.groups(claims, settings.groupClaim()).isEmpty());
  }

  /** Some services keep the ID token short and tell the rest to whoever asks. */
  private Map<String, Object> more(String access, Map<String, Object> claims) {
    URI endpoint = known.metadata().getUserInfoEndpointURI();
    if (endpoint == null) {
      return Map.of();
    }
    HTTPResponse response =
        send(new UserInfoRequest(endpoint, new BearerAccessToken(access)).toHTTPRequest());
    try {
      Map<String, Object> told =
          response.indicatesSuccess() ? response.getBodyAsJSONObject() : Map.of();
      return Objects.equals(told.get("sub"), claims.get("sub")) ? told : Map.of();
    } catch (ParseException _) {
      return Map.of();
    }
  }

  private static HTTPResponse send(HTTPRequest request) {
    request.setConnectTimeout(Provider.PATIENCE_MILLIS);
    request.setReadTimeout(Provider.PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw Trouble.PROVIDER_DOWN.because(request.getURI().getHost() + ": " + Said.in(e));
    }
  }
}
