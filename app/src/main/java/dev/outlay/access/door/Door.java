package dev.outlay.access.door;

import dev.outlay.access.Denied;
import dev.outlay.access.Secret;
import dev.outlay.access.account.Account;
import dev.outlay.access.account.Proof;
import java.util.Optional;

/** The way in, for people and for programs. Safe for use by many threads. */
public record Door(Registers registers, Setup setup) {
  public static Door of(Registers registers) {
    return new Door(registers, new Setup(registers));
  }

  /** Whose session that is. */
  public Optional<Who> session(Secret secret) {
    return registers.sessions().find(secret).map(Who.Person::new);
  }

  /** Whose token that is. */
  public Optional<Who> token(Secret secret) {
    return registers
        .tokens()
        .shown(secret)
        .flatMap(each -> registers.tokens().maker(each).map(maker -> new Who.Program(each, maker)));
  }

  /**
   * Signs somebody in.
   *
   * @param from their address
   * @throws Denied.NotProven where name and password do not fit
   * @throws Denied.TooSoon where they have to wait
   */
  public Entered signIn(String name, String password, String from) {
    try {
      return entered(registers.proof().of(name, password, from), "with a password", from);
    } catch (Denied.NotProven denied) {
      registers.journal().failed(known(name), "wrong name or password", from);
      throw denied;
    }
  }

  /** Signs somebody in whom another service vouches for. */
  public Entered admit(Guest guest, String from) {
    Account account = registers.accounts().of(guest.subject()).orElseGet(() -> welcome(guest));
    if (account.disabled()) {
      registers.journal().failed(account.name(), "the account is disabled", from);
      throw new Denied.NotAllowed("your account here is disabled", "Ask an administrator.");
    }
    Account vouched =
        guest.always()
            ? registers.accounts().vouched(account.id(), guest.email(), guest.standing())
            : account;
    return entered(
        registers.accounts().seen(vouched.id(), from), "at " + guest.subject().issuer(), from);
  }

  /** Somebody could not sign in at another service; Denied where that happens too often. */
  public void failed(String what, String from) {
    registers.proof().throttle().stranger(from);
    registers.journal().failed("somebody unknown", what, from);
  }

  /** Sets up the first administrator, or the password of somebody who was invited. */
  public Entered setUp(Secret token, Optional<String> name, String password, String from) {
    return entered(setup.use(token, name, password, from), "with a new password", from);
  }

  /** Changes their own password; they go on under a new session, and all others end. */
  public Entered changePassword(Account account, String present, String wanted, String from) {
    registers.proof().again(account, present, from);
    registers.journal().changed(account.caller(), "changed their own password");
    return entered(setup.password(account, wanted), "with a new password", from);
  }

  /** Ends a session, where there is one. */
  public void signOut(Secret secret, String from) {
    session(secret)
        .ifPresent(who -> registers.journal().signed(who.caller().name(), "signed out", from));
    registers.sessions().close(secret);
  }

  private Entered entered(Account account, String how, String from) {
    Secret session = registers.sessions().open(account);
    registers.journal().signed(account.name(), "signed in " + how, from);
    return new Entered(account, session);
  }

  private Account welcome(Guest guest) {
    String name =
        guest.names().stream()
            .filter(each -> registers.accounts().named(each).isEmpty())
            .findFirst()
            .orElse(guest.names().getLast());
    Account account =
        registers
            .accounts()
            .create(name, guest.email(), guest.standing(), Proof.subject(guest.subject()));
    registers.journal().changed(account.caller(), "came for the first time");
    return account;
  }

  /** What was typed may be anything, even a password in the wrong field. */
  private String known(String name) {
    return registers.accounts().named(name).map(Account::name).orElse("somebody unknown");
  }
}
