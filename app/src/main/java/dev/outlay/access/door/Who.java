package dev.outlay.access.door;

import dev.outlay.access.Caller;
import dev.outlay.access.account.Account;
import dev.outlay.access.token.ApiToken;

/** Who asks, as they showed it. */
public sealed interface Who {
  Caller caller();

  /** Somebody with a browser. */
  record Person(Account account) implements Who {
    @Override
    public Caller caller() {
      return account.caller();
    }
  }

  /** A program with the token of somebody. */
  record Program(ApiToken token, Account maker) implements Who {
    @Override
    public Caller caller() {
      return token.caller(maker);
    }
  }
}
