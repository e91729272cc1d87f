package dev.outlay.access.oidc;

import dev.outlay.access.Denied;
import dev.outlay.access.Role;
import dev.outlay.access.Secret;
import dev.outlay.access.Standing;
import dev.outlay.access.account.AccountRules;
import dev.outlay.access.account.Proof;
import dev.outlay.access.door.Guest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may do here, from what the other service says of them. */
record Admission(OidcSettings settings) {
  private static final String ALL = "*";

  /** Who they are here; OidcRefused where they may not come in. */
  Guest guest(Map<String, Object> claims) {
    Proof.Subject subject =
        new Proof.Subject(settings.issuer().toString(), String.valueOf(claims.get("sub")));
    Optional<String> email = email(claims);
    checkDomain(email, claims);
    boolean always = !settings.roles().isEmpty() || !settings.workspaces().isEmpty();
    Set<String> groups = groups(claims, settings.groupClaim());
    return new Guest(subject, names(claims, email, subject), email, standing(groups), always);
  }

  private void checkDomain(Optional<String> email, Map<String, Object> claims) {
    boolean denied = String.valueOf(claims.get("email_verified")).equals("false");
    boolean own =
        email
            .map(each -> each.substring(each.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
            .filter(domain ->
                settings.domains().stream().anyMatch(each -> each.equalsIgnoreCase(domain)))
            .isPresent();
    if (!settings.domains().isEmpty() && (denied || !own)) {
      throw Trouble.EMAIL_DOMAIN.because(
          denied
              ? "an e-mail address that is not verified"
              : "an e-mail address of another domain");
    }
  }

  private Standing standing(Set<String> groups) {
    Role role =
        settings.roles().entrySet().stream()
            .filter(each -> groups.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .max(Role::compareTo)
            .or(settings::defaultRole)
            .orElseThrow(() -> Trouble.NO_ROLE.because("no group with a role"));
    return new Standing(role, role == Role.VIEWER ? workspaces(groups) : Optional.empty());
  }

  private Optional<Set<String>> workspaces(Set<String> groups) {
    if (settings.workspaces().isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = new HashSet<>();
    groups.forEach(group -> all.addAll(settings.workspaces().getOrDefault(group, Set.of())));
    if (all.isEmpty()) {
      throw Trouble.NO_WORKSPACE.because("no group with a workspace");
    }
    return all.contains(ALL) ? Optional.empty() : Optional.of(all);
  }

  /** The groups of a claim: a word, several, or either of them within other claims. */
  static Set<String> groups(Map<String, Object> claims, String name) {
    Object whole = claims.get(name);
    Set<String> groups = new HashSet<>();
    words(whole == null ? within(claims, name) : whole).forEach(groups::add);
    return groups;
  }

  private static Stream<String> words(@Nullable Object value) {
    return switch (value) {
      case String word -> Stream.of(word);
      case Collection<?> all ->
          all.stream().filter(String.class::isInstance).map(String.class::cast);
      case null, default -> Stream.empty();
    };
  }

  private static @Nullable Object within(Map<String, Object> claims, String name) {
    Object found = claims;
    for (String part : List.of(name.split("\\."))) {
      found = found instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return found;
  }

  private static Optional<String> email(Map<String, Object> claims) {
    return text(claims, "email").filter(each -> fits(() -> AccountRules.email(Optional.of(each))));
  }

  /** The last is made so that nobody else has it. */
  private static List<String> names(
      Map<String, Object> claims, Optional<String> email, Proof.Subject subject) {
    Secret mixed = new Secret(subject.issuer() + " " + subject.id());
    return Stream.of(
            text(claims, "preferred_username"),
            email,
            Optional.of("oidc " + mixed.digest().substring(0, 12)))
        .flatMap(Optional::stream)
        .filter(each -> fits(() -> AccountRules.name(each)))
        .toList();
  }

  private static boolean fits(Runnable rule) {
    try {
      rule.run();
      return true;
    } catch (Denied.Unfit _) {
      return false;
    }
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
