package dev.outlay.access.door;

import dev.outlay.access.account.Accounts;
import dev.outlay.access.account.Invitations;
import dev.outlay.access.account.PasswordProof;
import dev.outlay.access.account.Passwords;
import dev.outlay.access.account.Throttle;
import dev.outlay.access.log.Journal;
import dev.outlay.access.session.Lifetime;
import dev.outlay.access.session.Sessions;
import dev.outlay.access.token.Tokens;
import dev.outlay.store.Documents;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * All that is known of people and programs; at most one over a store at a time.
 *
 * @param random where every secret of theirs comes from
 */
public record Registers(
    Accounts accounts,
    PasswordProof proof,
    Invitations invitations,
    Sessions sessions,
    Tokens tokens,
    Journal journal,
    SecureRandom random) {

  /** What the store remembers of them. */
  public static Registers over(Documents documents, Lifetime lifetime, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    Accounts accounts = new Accounts(documents, clock, random);
    return new Registers(
        accounts,
        new PasswordProof(accounts, new Passwords(random), new Throttle(clock)),
        new Invitations(accounts, documents, clock, random),
        new Sessions(accounts, documents, lifetime, clock, random),
        new Tokens(accounts, documents, clock, random),
        new Journal(documents, clock, random),
        random);
  }
}
