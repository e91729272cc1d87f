package dev.outlay.app;

import dev.outlay.access.Secret;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Registers;
import dev.outlay.server.Binding;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Identify;
import dev.outlay.server.api.AccountsApi;
import dev.outlay.server.api.LogApi;
import dev.outlay.server.api.SessionApi;
import dev.outlay.server.api.TokensApi;
import dev.outlay.server.api.Visitors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How people come in.
 *
 * @param door the way in
 * @param required whether they have to sign in
 */
record Entrance(Door door, boolean required) {
  static Entrance to(App app, SharedStore open, Binding binding) {
    SignInConfig config = app.config().signIn();
    Registers registers = Registers.over(open.store().documents(), config.lifetime(), app.clock());
    return new Entrance(Door.of(registers), config.asked(binding));
  }

  Identify identify() {
    return required ? new Visitors(door) : Identify.LOCAL;
  }

  /** What the first administrator has to show; empty where there is one, or needs none. */
  Optional<Secret> setupToken() {
    return required ? door.setup().first() : Optional.empty();
  }

  List<Endpoint> endpoints() {
    return Stream.of(
            new SessionApi(door, required, false).endpoints(),
            new AccountsApi(door.registers()).endpoints(),
            new TokensApi(door).endpoints(),
            new LogApi(door.registers().journal()).endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
