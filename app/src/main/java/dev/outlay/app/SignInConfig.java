package dev.outlay.app;

import dev.outlay.access.oidc.OidcSettings;
import dev.outlay.access.session.Lifetime;
import dev.outlay.app.setting.Layers;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.server.Binding;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has to sign in and how. */
record SignInConfig(Layers layers) {
  /** Whether people have to, where it is reached like this. */
  boolean asked(Binding binding) {
    boolean others = !binding.address().isLoopback() || !binding.proxies().isEmpty();
    return switch (layers.get(SignInSettings.SIGN_IN)) {
      case "required" -> true;
      case "none" -> false;
      default -> others;
    };
  }

  Lifetime lifetime() {
    return new Lifetime(layers.get(SignInSettings.IDLE), layers.get(SignInSettings.LONGEST));
  }

  /** The service people can sign in at; WrongUse where only half of it is said. */
  Optional<OidcSettings> oidc() {
    Optional<URI> issuer = layers.find(SignInSettings.ISSUER);
    Optional<String> id = layers.find(SignInSettings.CLIENT_ID);
    if (issuer.isPresent() != id.isPresent()) {
      throw new WrongUse("oidc.issuer and oidc.client_id go together");
    }
    return issuer.flatMap(at -> id.map(name -> oidc(at, name)));
  }

  private OidcSettings oidc(URI issuer, String id) {
    Map<String, dev.outlay.access.Role> roles =
        layers.find(SignInSettings.GROUP_ROLES).orElse(Map.of());
    Optional<dev.outlay.access.Role> otherwise = layers.find(SignInSettings.DEFAULT_ROLE);
    if (roles.isEmpty() && otherwise.isEmpty()) {
      throw new WrongUse(
          "oidc: nobody could come in; set oidc.roles for groups, or oidc.default_role for all");
    }
    return new OidcSettings(
        issuer,
        new OidcSettings.Client(id, layers.find(SignInSettings.CLIENT_SECRET)),
        layers.get(SignInSettings.SCOPES),
        layers.get(SignInSettings.GROUP_CLAIM),
        roles,
        layers.find(SignInSettings.GROUP_WORKSPACES).orElse(Map.of()),
        otherwise,
        layers.find(SignInSettings.DOMAINS).orElse(Set.of()));
  }
}
