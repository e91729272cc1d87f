package dev.outlay.server;

import dev.outlay.access.Caller;
import java.util.Optional;

/** Says who asks. Safe for use by many threads; quick, for it is asked at every call. */
public interface Identify {
  /** Whoever can reach the loopback address is the one who sits here. */
  Identify LOCAL =
      new Identify() {
        @Override
        public Optional<Caller> caller(Incoming request) {
          return Optional.of(Caller.LOCAL);
        }

        @Override
        public boolean asksForSignIn() {
          return false;
        }
      };

  /** Who it is; empty for whoever did not sign in. */
  Optional<Caller> caller(Incoming request);

  /** Whether people have to sign in, so that the server may listen to other machines. */
  default boolean asksForSignIn() {
    return true;
  }
}
