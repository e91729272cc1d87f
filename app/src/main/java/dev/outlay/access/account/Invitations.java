package dev.outlay.access.account;

import dev.outlay.access.Denied;
import dev.outlay.access.Secret;
import dev.outlay.access.Shelf;
import dev.outlay.store.Documents;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One-time tokens with which people set a password of their own, so that nobody else ever knows it:
 * when they are new, and when they forgot it. Safe for use by many threads.
 */
public final class Invitations {
  /** How long one is valid. */
  public static final Duration VALID = Duration.ofDays(3);

  /**
   * One that was given out.
   *
   * @param account for whom
   * @param generation of the account; void once it has another, as after its use
   * @param until when it ends
   */
  record Invitation(String account, long generation, Instant until) {}

  private final Accounts accounts;
  private final Shelf<Invitation> shelf;
  private final InstantSource clock;
  private final SecureRandom random;

  public Invitations(
      Accounts accounts, Documents documents, InstantSource clock, SecureRandom random) {
    this.accounts = accounts;
    this.shelf = new Shelf<>(documents, "invitation", Invitation.class);
    this.clock = clock;
    this.random = random;
  }

  /** A new one, which voids those before it; Denied for people of another service. */
  public Secret invite(Account account) {
    if (account.proof().subject().isPresent()) {
      throw new Denied.Conflict(
          account.name() + " signs in at another service and has no password here", "");
    }
    Instant now = clock.instant();
    shelf.removeIf(each -> each.account().equals(account.id()) || !now.isBefore(each.until()));
    Secret secret = Secret.fresh(random, "");
    shelf.put(secret.digest(), new Invitation(account.id(), account.generation(), now.plus(VALID)));
    return secret;
  }

  /** Whose it is, as long as it is valid. */
  public Optional<Account> find(Secret secret) {
    return shelf
        .get(secret.digest())
        .filter(each -> clock.instant().isBefore(each.until()))
        .flatMap(each ->
            accounts
                .find(each.account())
                .filter(account -> account.generation() == each.generation())
                .filter(account -> !account.disabled()));
  }

  /** Takes it; false for whoever comes second. */
  public boolean use(Secret secret) {
    return shelf.remove(secret.digest()).isPresent();
  }
}
