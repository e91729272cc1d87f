package dev.outlay.server.api;

import dev.outlay.access.Denied;
import dev.outlay.server.Problems;
import dev.outlay.server.Refusal;
import java.util.Optional;

/** What is denied, as a problem. */
public final class AccessWords implements Problems.Words {
  @Override
  public Optional<Refusal> of(Throwable thrown) {
    return thrown instanceof Denied denied ? Optional.of(said(denied)) : Optional.empty();
  }

  private static Refusal said(Denied denied) {
    String detail = String.valueOf(denied.getMessage());
    return switch (denied) {
      case Denied.NotProven _ -> Refusal.signIn(detail);
      case Denied.TooSoon soon -> Refusal.tooMany(detail, soon.after().toSeconds() + 1);
      case Denied.Unfit _ -> Refusal.unfit(detail, denied.advice());
      case Denied.Missing _ -> Refusal.missing(detail, "");
      case Denied.Conflict _ -> Refusal.conflict(detail, denied.advice());
      case Denied.NotAllowed _ -> Refusal.forbidden(detail, denied.advice());
    };
  }
}
