package dev.outlay.server.api;

import dev.outlay.access.Caller;
import dev.outlay.access.Denied;
import dev.outlay.access.Secret;
import dev.outlay.access.account.Account;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Who;
import dev.outlay.server.Call;
import dev.outlay.server.Identify;
import dev.outlay.server.Incoming;
import java.util.Optional;

/** Knows people by their cookie and programs by their token; a token that is shown counts alone. */
public record Visitors(Door door) implements Identify {
  @Override
  public Optional<Caller> caller(Incoming request) {
    return who(request).map(Who::caller);
  }

  Optional<Who> who(Incoming request) {
    return request
        .bearer()
        .map(text -> door.token(new Secret(text)))
        .orElseGet(() -> SessionCookie.in(request).flatMap(door::session));
  }

  /** Who asks, where only people may: a program could make itself lasting otherwise. */
  Account person(Call call) {
    return who(call.request())
        .filter(Who.Person.class::isInstance)
        .map(who -> ((Who.Person) who).account())
        .orElseThrow(() ->
            new Denied.NotAllowed(
                "this is for people who are signed in", "Sign in with a browser."));
  }
}
