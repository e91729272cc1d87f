package dev.outlay.access.door;

import dev.outlay.access.Denied;
import dev.outlay.access.Role;
import dev.outlay.access.Secret;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import dev.outlay.access.account.AccountRules;
import dev.outlay.access.account.Proof;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One-time tokens: of the first administrator and of those who were invited. */
public final class Setup {
  private final Registers registers;
  private @Nullable Secret first;

  Setup(Registers registers) {
    this.registers = registers;
    this.first = registers.accounts().inCharge() ? null : Secret.fresh(registers.random(), "");
  }

  /**
   * With this the first administrator comes in: to be shown to whoever started the program. Empty
   * where somebody is in charge. It lasts until it is used, or until the process ends.
   */
  public synchronized Optional<Secret> first() {
    return Optional.ofNullable(first).filter(_ -> !registers.accounts().inCharge());
  }

  synchronized Account use(Secret token, Optional<String> name, String password, String from) {
    if (first().filter(each -> each.digest().equals(token.digest())).isPresent()) {
      return begin(name.orElse("admin"), password);
    }
    Account invited =
        registers
            .invitations()
            .find(token)
            .filter(each -> name.filter(text -> !each.name().equalsIgnoreCase(text)).isEmpty())
            .orElseThrow(() -> refused(from));
    AccountRules.password(password, invited.name(), invited.email());
    registers.invitations().use(token);
    registers.journal().changed(invited.caller(), "set a password with an invitation");
    return registers.accounts().seen(password(invited, password).id(), from);
  }

  Account password(Account account, String password) {
    AccountRules.password(password, account.name(), account.email());
    return registers
        .accounts()
        .password(account.id(), registers.proof().passwords().hash(password));
  }

  private Account begin(String name, String password) {
    AccountRules.password(password, AccountRules.name(name), Optional.empty());
    Proof proof = Proof.password(registers.proof().passwords().hash(password));
    Account account =
        registers.accounts().create(name, Optional.empty(), Standing.of(Role.ADMIN), proof);
    first = null;
    registers.journal().changed(account.caller(), "became the first administrator");
    return account;
  }

  private Denied refused(String from) {
    registers.proof().throttle().stranger(from);
    registers.journal().failed("somebody unknown", "a setup token that is not valid", from);
    return new Denied.NotProven(
        "this setup token is not valid: it was used, it is too old, or it is another person's");
  }
}
