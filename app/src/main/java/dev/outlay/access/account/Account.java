package dev.outlay.access.account;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in.
 *
 * @param id never changes
 * @param name what they sign in with; no two differ in case alone
 * @param email for people; nothing is sent to it
 * @param standing what they may do
 * @param disabled whether they may not come in for now
 * @param proof how they show who they are
 * @param generation grows when they must sign in again: what was begun under an older one is void
 * @param createdAt when it was made
 * @param seen when and where they were here
 */
public record Account(
    String id,
    String name,
    Optional<String> email,
    Standing standing,
    boolean disabled,
    Proof proof,
    long generation,
    Instant createdAt,
    Seen seen) {

  /** Who asks when they ask. */
  public Caller caller() {
    return new Caller(name, standing.role(), standing.workspaces());
  }

  /** Whether they manage this place and can come in to do it. */
  public boolean inCharge() {
    return standing.role() == Role.ADMIN && !disabled && proof.given();
  }

  Account named(String newName, Optional<String> newEmail) {
    return new Account(
        id, newName, newEmail, standing, disabled, proof, generation, createdAt, seen);
  }

  /** Whoever may do less or more than before signs in again. */
  Account standing(Standing now, boolean off) {
    long next = now.equals(standing) && off == disabled ? generation : generation + 1;
    return new Account(id, name, email, now, off, proof, next, createdAt, seen);
  }

  Account proof(Proof now) {
    return new Account(id, name, email, standing, disabled, now, generation + 1, createdAt, seen);
  }

  /** The same password under another hash: nobody has to sign in again for that. */
  Account rehashed(String hash) {
    Proof same = new Proof(Optional.of(hash), proof.subject());
    return new Account(id, name, email, standing, disabled, same, generation, createdAt, seen);
  }

  Account seen(Instant at, String address) {
    return new Account(
        id, name, email, standing, disabled, proof, generation, createdAt, seen.again(at, address));
  }
}
