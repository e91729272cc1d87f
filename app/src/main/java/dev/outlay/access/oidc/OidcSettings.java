package dev.outlay.access.oidc;

import dev.outlay.access.Role;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service people sign in at, and what its word is worth here.
 *
 * @param issuer where it is
 * @param client what we are called there
 * @param scopes what is asked for
 * @param groupClaim where it says which groups somebody is in; dots lead into what is nested
 * @param roles the role of each group; the highest counts
 * @param workspaces the only workspaces the viewers of a group see; {@code *} for all. Where there
 *     is any, a viewer of none of these groups may not come in
 * @param defaultRole of whoever is in no group that has one; empty to turn them away
 * @param domains of the only e-mail addresses that may come in; empty for all
 */
public record OidcSettings(
    URI issuer,
    Client client,
    Set<String> scopes,
    String groupClaim,
    Map<String, Role> roles,
    Map<String, Set<String>> workspaces,
    Optional<Role> defaultRole,
    Set<String> domains) {

  /**
   * Ourselves, as the service knows us.
   *
   * @param secret where it gave us one
   */
  public record Client(String id, Optional<String> secret) {
    @Override
    public String toString() {
      return "client " + id;
    }
  }
}
