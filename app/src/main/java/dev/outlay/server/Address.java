package dev.outlay.server;

import dev.outlay.app.setting.WrongUse;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any that is free
 */
public record Address(String host, int port) {
  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new WrongUse("host: there is no address called " + host);
    }
  }

  /** As in an address of the web. */
  String shown() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  WrongUse taken(Exception cause) {
    WrongUse wrong =
        new WrongUse(
            shown()
                + ":"
                + port
                + " cannot be listened at: another program may have it; name another with --port"
                + " (0 takes any that is free)");
    wrong.initCause(cause);
    return wrong;
  }
}
