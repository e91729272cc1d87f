package dev.outlay.access.oidc;

import java.util.Optional;

/**
 * What a browser brings back from the other service.
 *
 * @param code to be redeemed, where it went well
 * @param state of the attempt
 * @param error in a word, where it did not
 * @param issuer who answers, where the service says so
 */
public record Returned(
    Optional<String> code, String state, Optional<String> error, Optional<String> issuer) {
  @Override
  public String toString() {
    return "returned";
  }
}
