package dev.outlay.server;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import java.util.Optional;

/** The one place that decides who may call what. */
final class Gate {
  private Gate() {}

  /** Passes whoever may call it; Refusal 401 or 403 for the others. */
  static void check(Access access, Optional<Caller> caller) {
    access.least().ifPresent(needed -> check(access, needed, caller.orElseThrow(Refusal::signIn)));
  }

  private static void check(Access access, Role needed, Caller caller) {
    if (!caller.role().covers(needed)) {
      throw Refusal.role(needed);
    }
    if (caller.limited() && !access.limited()) {
      throw Refusal.limited();
    }
  }
}
