package dev.outlay.access.account;

import java.util.Optional;

/**
 * How somebody shows who they are; neither for those who were invited and did not come yet.
 *
 * @param password the hash of it
 * @param subject who they are at another service
 */
public record Proof(Optional<String> password, Optional<Subject> subject) {
  public static final Proof NONE = new Proof(Optional.empty(), Optional.empty());

  /**
   * Somebody at another service.
   *
   * @param issuer the service
   * @param id what it calls them, for ever
   */
  public record Subject(String issuer, String id) {}

  public static Proof password(String hash) {
    return new Proof(Optional.of(hash), Optional.empty());
  }

  public static Proof subject(Subject subject) {
    return new Proof(Optional.empty(), Optional.of(subject));
  }

  public boolean given() {
    return password.isPresent() || subject.isPresent();
  }

  @Override
  public String toString() {
    return "proof";
  }
}
