package dev.outlay.app;

import dev.outlay.access.Role;
import dev.outlay.app.setting.Kind;
import dev.outlay.app.setting.Kinds;
import dev.outlay.app.setting.Setting;
import dev.outlay.app.setting.Written;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of signing in. */
final class SignInSettings {
  private static final List<String> ROLES = List.of("viewer", "analyst", "admin");

  static final Setting<String> SIGN_IN =
      new Setting<>(
          "sign_in",
          Kinds.oneOf("auto", "required", "none"),
          "auto",
          "Whether people have to sign in: `auto` asks whoever could come from another machine,"
              + " `required` everybody, `none` nobody, which works on this machine alone.");
  static final Setting<Duration> IDLE =
      new Setting<>(
          "session.idle",
          Kinds.duration(),
          "24h",
          "How long somebody stays signed in who does nothing.");
  static final Setting<Duration> LONGEST =
      new Setting<>(
          "session.longest", Kinds.duration(), "7d", "How long somebody stays signed in at all.");

  static final Setting<URI> ISSUER =
      new Setting<>(
          "oidc.issuer",
          issuer(),
          "",
          "The service people can sign in at (OpenID Connect): the address under which it has"
              + " `/.well-known/openid-configuration`. It must know `https://HOST/auth/oidc/callback`"
              + " as an address to go back to.");
  static final Setting<String> CLIENT_ID =
      new Setting<>(
          "oidc.client_id",
          Kinds.text("a client id"),
          "",
          "What Outlay is called at that service.");
  static final Setting<String> CLIENT_SECRET =
      new Setting<>(
          "oidc.client_secret",
          Kinds.secret("a client secret"),
          "",
          "What proves it there; none for a public client. Better not written here but as"
              + " `\"{{ env_var('NAME') }}\"`.");
  static final Setting<Set<String>> SCOPES =
      new Setting<>(
          "oidc.scopes",
          Kinds.words("a list of scopes"),
          "openid,profile,email",
          "What it is asked to tell; some services tell groups only with a scope of their own.");
  static final Setting<String> GROUP_CLAIM =
      new Setting<>(
          "oidc.role_claim",
          Kinds.text("the name of a claim"),
          "groups",
          "Where it says which groups or roles somebody has; dots lead into what is nested, as in"
              + " `realm_access.roles`.");
  static final Setting<Map<String, Role>> GROUP_ROLES =
      new Setting<>(
          "oidc.roles",
          roles(),
          "",
          "The role of each of those groups; the highest counts, at each sign-in.");
  static final Setting<Map<String, Set<String>>> GROUP_WORKSPACES =
      new Setting<>(
          "oidc.workspaces",
          Kinds.named("groups with workspace ids each: `group: [wrkspc_…]`, or `*` for all"),
          "",
          "The only workspaces the viewers of each group see; with it, a viewer of none of these"
              + " groups may not come in.");
  static final Setting<Role> DEFAULT_ROLE =
      new Setting<>(
          "oidc.default_role",
          role(),
          "",
          "The role of whoever has no group with one; without it they may not come in.");
  static final Setting<Set<String>> DOMAINS =
      new Setting<>(
          "oidc.email_domains",
          Kinds.words("a list of domains such as example.com"),
          "",
          "Only people with an e-mail address of these domains may come in.");

  private SignInSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        SIGN_IN,
        IDLE,
        LONGEST,
        ISSUER,
        CLIENT_ID,
        CLIENT_SECRET,
        SCOPES,
        GROUP_CLAIM,
        GROUP_ROLES,
        GROUP_WORKSPACES,
        DEFAULT_ROLE,
        DOMAINS);
  }

  /**
   * As it is written: to some services a slash at the end makes another name. Not without TLS:
   * whoever could change what is said on the way could sign in as anybody.
   */
  private static Kind<URI> issuer() {
    return Kind.text(
        "a URL that begins with https://",
        text ->
            Kinds.url()
                .parse()
                .apply(new Written.Text(text, ""))
                .filter(SignInSettings::isSafe)
                .map(_ -> URI.create(text)));
  }

  private static boolean isSafe(URI url) {
    return "https".equals(url.getScheme())
        || List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
  }

  private static Kind<Role> role() {
    return Kind.text("one of " + String.join(", ", ROLES), SignInSettings::role);
  }

  private static Optional<Role> role(String word) {
    return Optional.of(word)
        .filter(ROLES::contains)
        .map(each -> Role.valueOf(each.toUpperCase(Locale.ROOT)));
  }

  private static Kind<Map<String, Role>> roles() {
    String accepts = "groups with a role each: `group: analyst`";
    return new Kind<>(
        accepts,
        written -> Kinds.named(accepts).parse().apply(written).flatMap(SignInSettings::roles),
        false);
  }

  private static Optional<Map<String, Role>> roles(Map<String, Set<String>> words) {
    boolean right =
        words.values().stream().allMatch(each -> each.size() == 1 && ROLES.containsAll(each));
    return right
        ? Optional.of(
            words.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        each -> role(each.getValue().iterator().next()).orElseThrow())))
        : Optional.empty();
  }
}
