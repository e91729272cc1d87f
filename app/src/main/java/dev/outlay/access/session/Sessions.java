package dev.outlay.access.session;

import dev.outlay.access.Secret;
import dev.outlay.access.Shelf;
import dev.outlay.access.account.Account;
import dev.outlay.access.account.Accounts;
import dev.outlay.store.Documents;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Who is signed in; a restart changes nothing. Safe for use by many threads. */
public final class Sessions {
  private final Accounts accounts;
  private final Shelf<Session> shelf;
  private final Lifetime lifetime;
  private final InstantSource clock;
  private final SecureRandom random;

  public Sessions(
      Accounts accounts,
      Documents documents,
      Lifetime lifetime,
      InstantSource clock,
      SecureRandom random) {
    this.accounts = accounts;
    this.shelf = new Shelf<>(documents, "session", Session.class);
    this.lifetime = lifetime;
    this.clock = clock;
    this.random = random;
  }

  /** How long one lasts. */
  public Lifetime lifetime() {
    return lifetime;
  }

  /** A new one; what the browser is to keep. */
  public Secret open(Account account) {
    Instant now = clock.instant();
    shelf.removeIf(each -> lifetime.over(each, now) || owner(each).isEmpty());
    Secret secret = Secret.fresh(random, "");
    shelf.put(secret.digest(), new Session(account.id(), account.generation(), now, now));
    return secret;
  }

  /** Whose it is, as long as it lasts and nothing about them changed. */
  public Optional<Account> find(Secret secret) {
    Instant now = clock.instant();
    String id = secret.digest();
    Optional<Session> session = shelf.get(id).filter(each -> !lifetime.over(each, now));
    session
        .filter(each -> lifetime.worthNoting(each, now))
        .ifPresent(_ -> shelf.change(id, each -> each.seen(now)));
    return session.flatMap(this::owner);
  }

  /** Ends it. */
  public void close(Secret secret) {
    shelf.remove(secret.digest());
  }

  private Optional<Account> owner(Session session) {
    return accounts
        .find(session.account())
        .filter(each -> each.generation() == session.generation() && !each.disabled());
  }
}
