package dev.outlay.access.errand;

import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something to be done with accounts.
 *
 * @param verb what
 * @param name of the account, or empty
 * @param email of somebody new
 * @param role they are to have
 * @param workspaces the only ones they are to see; empty for all
 */
public record AccountErrand(
    Verb verb,
    String name,
    Optional<String> email,
    Optional<Role> role,
    Optional<Set<String>> workspaces) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Tells these from the errands of others. */
  private static final String MARK = "accounts ";

  /** What can be done. */
  public enum Verb {
    LIST,
    ADD,
    ROLE,
    REMOVE,
    RESET
  }

  public static AccountErrand of(Verb verb, String name) {
    return new AccountErrand(verb, name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public AccountErrand standing(Role wanted, Optional<Set<String>> only) {
    return new AccountErrand(verb, name, email, Optional.of(wanted), only);
  }

  public AccountErrand reached(Optional<String> at) {
    return new AccountErrand(verb, name, at, role, workspaces);
  }

  Standing standing() {
    return new Standing(role.orElse(Role.VIEWER), workspaces);
  }

  public String text() {
    return MARK + JSON.writeValueAsString(this);
  }

  /** The errand of that text; empty where it is one of others. */
  public static Optional<AccountErrand> in(String text) {
    return text.startsWith(MARK)
        ? Optional.of(JSON.readValue(text.substring(MARK.length()), AccountErrand.class))
        : Optional.empty();
  }
}
