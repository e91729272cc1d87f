package dev.outlay.access.account;

import dev.outlay.access.Denied;
import dev.outlay.access.account.Throttle.Counted;
import java.util.List;
import java.util.Optional;

/**
 * Asks people for their password. Whoever guesses learns nothing: not whether there is such an
 * account, not even from the time it takes.
 */
public record PasswordProof(Accounts accounts, Passwords passwords, Throttle throttle) {
  /**
   * Whose name and password that are.
   *
   * @param address where they come from
   * @throws Denied.NotProven where they do not fit
   * @throws Denied.TooSoon where they have to wait
   */
  public Account of(String name, String password, String address) {
    Optional<Account> account = accounts.named(name).filter(each -> !each.disabled());
    List<Counted> counted = counted(name, account, address);
    throttle.tried(counted);
    Account proven =
        account
            .filter(_ -> passwords.matches(password, hash(account)))
            .orElseGet(() -> refuse(account, password));
    throttle.succeeded(counted);
    renew(proven, password);
    return accounts.seen(proven.id(), address);
  }

  /** Whether it is their password, asked of somebody who is signed in. */
  public void again(Account account, String password, String address) {
    List<Counted> counted = counted(account.name(), Optional.of(account), address);
    throttle.tried(counted);
    if (!passwords.matches(password, account.proof().password())) {
      throw new Denied.Unfit("that is not the present password", "");
    }
    throttle.succeeded(counted);
  }

  private static List<Counted> counted(String name, Optional<Account> account, String address) {
    boolean known = account.filter(each -> each.seen().addresses().contains(address)).isPresent();
    return Throttle.of(name, address, known);
  }

  private Account refuse(Optional<Account> account, String password) {
    if (account.isEmpty()) {
      passwords.matches(password, Optional.empty());
    }
    throw new Denied.NotProven("the name or the password is wrong");
  }

  private void renew(Account account, String password) {
    hash(Optional.of(account))
        .filter(passwords::outdated)
        .ifPresent(_ -> accounts.rehash(account.id(), passwords.hash(password)));
  }

  private static Optional<String> hash(Optional<Account> account) {
    return account.flatMap(each -> each.proof().password());
  }
}
