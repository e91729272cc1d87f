package dev.outlay.access.token;

import dev.outlay.access.Denied;
import dev.outlay.access.Secret;
import dev.outlay.access.Shelf;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import dev.outlay.access.account.Accounts;
import dev.outlay.store.Documents;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tokens there are. Safe for use by many threads. */
public final class Tokens {
  /** What every token begins with, so that people and scanners recognise one. */
  public static final String PREFIX = "outlay_";

  private static final int LABEL = 64;
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * One that was just made.
   *
   * @param token what is kept
   * @param secret what is shown, this once
   */
  public record Made(ApiToken token, Secret secret) {}

  private final Accounts accounts;
  private final Shelf<ApiToken> shelf;
  private final InstantSource clock;
  private final SecureRandom random;

  public Tokens(Accounts accounts, Documents documents, InstantSource clock, SecureRandom random) {
    this.accounts = accounts;
    this.shelf = new Shelf<>(documents, "token", ApiToken.class);
    this.clock = clock;
    this.random = random;
  }

  /** A new one; Denied where it would do more than its maker may, or live too long. */
  public Made make(Account maker, String label, Standing standing, Duration lifetime) {
    check(maker, label, standing, lifetime);
    Secret secret = Secret.fresh(random, PREFIX);
    Instant now = clock.instant();
    ApiToken token =
        new ApiToken(
            secret.digest().substring(0, 16),
            secret.text().substring(secret.text().length() - 4),
            label.strip(),
            maker.id(),
            standing,
            now,
            now.plus(lifetime),
            Optional.empty());
    shelf.put(secret.digest(), token);
    return new Made(token, secret);
  }

  /** The newest first. */
  public List<ApiToken> all() {
    return shelf.all().stream()
        .sorted(Comparator.comparing(ApiToken::createdAt).reversed().thenComparing(ApiToken::id))
        .toList();
  }

  public Optional<ApiToken> find(String id) {
    return shelf.all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The token it is, as long as it is valid; notes the day. */
  public Optional<ApiToken> shown(Secret secret) {
    Instant now = clock.instant();
    Optional<ApiToken> token =
        shelf.get(secret.digest()).filter(each -> now.isBefore(each.expiresAt()));
    token.ifPresent(each -> note(secret, each, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    return token;
  }

  /** Who made it, unless they may not come in themselves. */
  public Optional<Account> maker(ApiToken token) {
    return accounts.find(token.account()).filter(each -> !each.disabled());
  }

  /** From now on it is worth nothing. */
  public void revoke(ApiToken token) {
    shelf.removeIf(each -> each.id().equals(token.id()));
  }

  private void note(Secret secret, ApiToken token, LocalDate day) {
    if (!token.lastUsed().equals(Optional.of(day))) {
      shelf.change(secret.digest(), each -> each.used(day));
    }
  }

  private static void check(Account maker, String label, Standing standing, Duration lifetime) {
    if (!maker.standing().covers(standing)) {
      throw new Denied.NotAllowed("a token may not do more than you may yourself", "");
    }
    if (label.isBlank() || label.length() > LABEL || !label.matches("\\P{Cntrl}*")) {
      throw new Denied.Unfit("a label has 1 to " + LABEL + " characters", "");
    }
    if (lifetime.compareTo(Duration.ofDays(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
      throw new Denied.Unfit("a token lives 1 to 366 days", "");
    }
  }
}
