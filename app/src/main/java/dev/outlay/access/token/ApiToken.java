package dev.outlay.access.token;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program shows to be let in. The secret itself is not kept.
 *
 * @param id the beginning of its digest, which gives nothing away
 * @param hint the last characters of the secret, to recognise it by
 * @param label what it is for
 * @param account who made it; it is worth nothing without them
 * @param standing what it may do; never more than who made it
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param lastUsed the UTC day
 */
public record ApiToken(
    String id,
    String hint,
    String label,
    String account,
    Standing standing,
    Instant createdAt,
    Instant expiresAt,
    Optional<LocalDate> lastUsed) {

  /** Who asks when it is shown: what both it and its maker may. */
  public Caller caller(Account maker) {
    Role role =
        standing.role().covers(maker.standing().role()) ? maker.standing().role() : standing.role();
    return new Caller(maker.name() + " (token " + label + ")", role, workspaces(maker));
  }

  private Optional<Set<String>> workspaces(Account maker) {
    Optional<Set<String>> others = maker.standing().workspaces();
    return standing
        .workspaces()
        .map(mine ->
            mine.stream()
                .filter(id -> others.map(all -> all.contains(id)).orElse(true))
                .collect(Collectors.toSet()))
        .or(() -> others);
  }

  ApiToken used(LocalDate day) {
    return new ApiToken(id, hint, label, account, standing, createdAt, expiresAt, Optional.of(day));
  }
}
