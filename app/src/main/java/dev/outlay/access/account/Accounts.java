package dev.outlay.access.account;

import dev.outlay.access.Denied;
import dev.outlay.access.Shelf;
import dev.outlay.access.Standing;
import dev.outlay.store.Documents;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everybody who may sign in. Safe for use by many threads. */
public final class Accounts {
  private final Shelf<Account> shelf;
  private final InstantSource clock;
  private final SecureRandom random;

  public Accounts(Documents documents, InstantSource clock, SecureRandom random) {
    this.shelf = new Shelf<>(documents, "account", Account.class);
    this.clock = clock;
    this.random = random;
  }

  /** By name, in its order. */
  public List<Account> all() {
    return shelf.all().stream()
        .sorted(Comparator.comparing(each -> AccountRules.key(each.name())))
        .toList();
  }

  public Optional<Account> find(String id) {
    return shelf.get(id);
  }

  public Optional<Account> named(String name) {
    String key = AccountRules.key(name);
    return shelf.all().stream()
        .filter(each -> AccountRules.key(each.name()).equals(key))
        .findFirst();
  }

  public Optional<Account> of(Proof.Subject subject) {
    return shelf.all().stream()
        .filter(each -> each.proof().subject().filter(subject::equals).isPresent())
        .findFirst();
  }

  /** Whether somebody manages this place. */
  public boolean inCharge() {
    return shelf.all().stream().anyMatch(Account::inCharge);
  }

  /** A new one; Denied where the name is taken or unfit. */
  public synchronized Account create(
      String name, Optional<String> email, Standing standing, Proof proof) {
    Account account =
        new Account(
            HexFormat.of().toHexDigits(random.nextLong()),
            free(AccountRules.name(name), ""),
            AccountRules.email(email),
            standing,
            false,
            proof,
            random.nextInt(Integer.MAX_VALUE),
            clock.instant(),
            Seen.NEVER);
    shelf.put(account.id(), account);
    return account;
  }

  public synchronized Account rename(String id, String name, Optional<String> email) {
    String fit = free(AccountRules.name(name), id);
    return change(id, each -> each.named(fit, AccountRules.email(email)));
  }

  /** Denied where nobody would be in charge any more. */
  public synchronized Account standing(String id, Standing standing, boolean disabled) {
    return change(id, each -> stillInCharge(each, each.standing(standing, disabled)));
  }

  public Account password(String id, String hash) {
    return change(id, each -> each.proof(Proof.password(hash)));
  }

  /** What it was. */
  public synchronized Account remove(String id) {
    find(id)
        .filter(Account::inCharge)
        .ifPresent(each -> stillInCharge(each, each.standing(each.standing(), true)));
    return shelf.remove(id).orElseThrow(Accounts::missing);
  }

  /** They have just signed in from that address. */
  public Account seen(String id, String address) {
    return change(id, each -> each.seen(clock.instant(), address));
  }

  /**
   * What the service that vouches for them says now; its word holds even about the last in charge.
   */
  public synchronized Account vouched(String id, Optional<String> email, Standing standing) {
    return change(id, each -> each.named(each.name(), email).standing(standing, each.disabled()));
  }

  void rehash(String id, String hash) {
    change(id, each -> each.rehashed(hash));
  }

  private Account change(String id, UnaryOperator<Account> how) {
    return shelf.change(id, how).orElseThrow(Accounts::missing);
  }

  private String free(String name, String except) {
    named(name)
        .filter(each -> !each.id().equals(except))
        .ifPresent(_ -> {
          throw new Denied.Conflict("the name " + name + " is taken", "Choose another.");
        });
    return name;
  }

  private Account stillInCharge(Account was, Account now) {
    boolean others =
        shelf.all().stream().anyMatch(each -> each.inCharge() && !each.id().equals(was.id()));
    if (was.inCharge() && !now.inCharge() && !others) {
      throw new Denied.Conflict(
          was.name() + " is the last administrator", "Make somebody else one first.");
    }
    return now;
  }

  private static Denied missing() {
    return new Denied.Missing("there is no such account");
  }
}
