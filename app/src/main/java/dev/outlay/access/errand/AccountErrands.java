package dev.outlay.access.errand;

import dev.outlay.access.Caller;
import dev.outlay.access.Denied;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import dev.outlay.access.account.Invitations;
import dev.outlay.access.account.Proof;
import dev.outlay.access.door.Registers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what whoever can write the store's file asks for. */
public record AccountErrands(Registers registers) {
  private static final Caller SOMEBODY = new Caller("command line", Role.ADMIN, Optional.empty());

  public Outcome run(AccountErrand errand) {
    try {
      return new Outcome(true, lines(errand));
    } catch (Denied denied) {
      return new Outcome(false, List.of((denied.getMessage() + ". " + denied.advice()).strip()));
    }
  }

  private List<String> lines(AccountErrand errand) {
    return switch (errand.verb()) {
      case LIST -> registers.accounts().all().stream().map(AccountErrands::line).toList();
      case ADD -> invited(added(errand));
      case ROLE -> List.of(line(standing(errand)));
      case REMOVE -> List.of("removed  " + removed(errand).name());
      case RESET -> invited(named(errand));
    };
  }

  private Account added(AccountErrand errand) {
    Account made =
        registers.accounts().create(errand.name(), errand.email(), errand.standing(), Proof.NONE);
    log("made the account " + made.name() + " as " + words(made.standing()));
    return made;
  }

  private List<String> invited(Account account) {
    String token = registers.invitations().invite(account).text();
    log("invited " + account.name() + " to set a password");
    return List.of(
        line(account),
        "One-time token for setting a password in the page, valid for "
            + Invitations.VALID.toDays()
            + " days:",
        token);
  }

  private Account standing(AccountErrand errand) {
    Account was = named(errand);
    Account now = registers.accounts().standing(was.id(), errand.standing(), was.disabled());
    log("changed the account " + now.name() + " to " + words(now.standing()));
    return now;
  }

  private Account removed(AccountErrand errand) {
    Account removed = registers.accounts().remove(named(errand).id());
    log("removed the account " + removed.name());
    return removed;
  }

  private Account named(AccountErrand errand) {
    return registers
        .accounts()
        .named(errand.name())
        .orElseThrow(() -> new Denied.Missing("there is no account " + errand.name()));
  }

  private void log(String what) {
    registers.journal().changed(SOMEBODY, what);
  }

  private static String line(Account account) {
    return Stream.of(
            Optional.of(account.name()),
            account.email(),
            Optional.of(words(account.standing())),
            Optional.of("disabled").filter(_ -> account.disabled()),
            Optional.of("invited").filter(_ -> !account.proof().given()),
            account.seen().last().map(at -> "last here " + at))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + "  " + other)
        .orElse("");
  }

  private static String words(Standing standing) {
    return standing.role().name().toLowerCase(Locale.ROOT)
        + standing.workspaces().map(all -> " of " + String.join(", ", all)).orElse("");
  }
}
