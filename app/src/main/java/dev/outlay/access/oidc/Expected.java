package dev.outlay.access.oidc;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an ID token has to say to be for us, now, and for this very attempt. */
final class Expected extends DefaultJWTClaimsVerifier<SecurityContext> {
  private static final int SKEW_SECONDS = 60;
  private final String client;
  private final InstantSource clock;

  Expected(OidcSettings settings, String nonce, InstantSource clock) {
    super(
        settings.client().id(),
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .claim("nonce", nonce)
            .build(),
        Set.of("sub", "exp", "iat"));
    this.client = settings.client().id();
    this.clock = clock;
    setMaxClockSkew(SKEW_SECONDS);
  }

  @Override
  public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
      throws BadJWTException {
    if (claims.getAudience().size() > 1 && !client.equals(claims.getClaim("azp"))) {
      throw new BadJWTException("it is for several, and was not issued to us");
    }
    super.verify(claims, context);
  }

  @Override
  protected Date currentTime() {
    return Date.from(clock.instant());
  }
}
