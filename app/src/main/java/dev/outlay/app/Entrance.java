package dev.outlay.app;

import dev.outlay.access.Secret;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Registers;
import dev.outlay.access.errand.AccountErrand;
import dev.outlay.access.errand.AccountErrands;
import dev.outlay.access.oidc.SingleSignOn;
import dev.outlay.holder.Errands;
import dev.outlay.server.Binding;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Identify;
import dev.outlay.server.api.AccountsApi;
import dev.outlay.server.api.LogApi;
import dev.outlay.server.api.SessionApi;
import dev.outlay.server.api.SingleSignOnApi;
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
 * @param elsewhere the other service they can do it at
 */
record Entrance(Door door, boolean required, Optional<SingleSignOn> elsewhere) {
  static Entrance to(App app, SharedStore open, Binding binding) {
    SignInConfig config = app.config().signIn();
    Registers registers = app.registers(open.store());
    boolean required = config.asked(binding);
    return new Entrance(
        Door.of(registers),
        required,
        config
            .oidc()
            .filter(_ -> required)
            .map(oidc -> new SingleSignOn(oidc, app.clock(), registers.random())));
  }

  /** Errands with accounts; the others go on. */
  Errands before(Errands others) {
    AccountErrands own = new AccountErrands(door.registers());
    return text ->
        AccountErrand.in(text)
            .map(errand -> own.run(errand).text())
            .orElseGet(() -> others.run(text));
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
            new SessionApi(door, required, elsewhere.isPresent()).endpoints(),
            elsewhere.map(each -> new SingleSignOnApi(door, each).endpoints()).orElse(List.of()),
            new AccountsApi(door.registers()).endpoints(),
            new TokensApi(door).endpoints(),
            new LogApi(door.registers().journal()).endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
