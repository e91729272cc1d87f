package dev.outlay.server;

import dev.outlay.app.setting.WrongUse;
import java.util.Optional;

/**
 * How a server is reached.
 *
 * @param address where it listens
 * @param tls how it proves who it is; empty where it need not, or a proxy does
 * @param proxies who may speak for others
 */
public record Binding(Address address, Optional<Tls> tls, Networks proxies) {
  /** WrongUse where strangers could reach it and nobody would ask them who they are. */
  Binding safeWith(Identify identify) {
    if (!identify.asksForSignIn() && !address.isLoopback()) {
      throw new WrongUse(
          "host: "
              + address.host()
              + " can be reached by others, who would not have to sign in; leave out sign_in: none");
    }
    if (!identify.asksForSignIn() && !proxies.isEmpty()) {
      throw new WrongUse(
          "trusted_proxies: others could come through a proxy, and would not have to sign in; leave"
              + " out sign_in: none");
    }
    return this;
  }
}
