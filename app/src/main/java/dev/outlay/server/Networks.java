package dev.outlay.server;

import dev.outlay.app.setting.WrongUse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;

/** Addresses and networks such as {@code 10.0.0.0/8}. */
public record Networks(List<Network> all) {
  public static final Networks NONE = new Networks(List.of());

  /** Those whose first bits are these. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Network(byte[] address, int bits) {
    boolean has(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  public Networks {
    all = List.copyOf(all);
  }

  /** WrongUse where one of them is none. */
  public static Networks of(Collection<String> texts) {
    return new Networks(texts.stream().map(Networks::network).toList());
  }

  boolean has(String address) {
    byte[] bytes = bytes(address);
    return all.stream().anyMatch(each -> each.has(bytes));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  private static Network network(String text) {
    String[] parts = text.split("/", 2);
    byte[] address = bytes(parts[0]);
    int most = address.length * 8;
    int bits = parts.length == 1 ? most : bits(parts[1], text);
    if (address.length == 0 || bits > most) {
      throw wrong(text);
    }
    return new Network(address, bits);
  }

  private static int bits(String text, String whole) {
    if (!text.matches("\\d{1,3}")) {
      throw wrong(whole);
    }
    return Integer.parseInt(text);
  }

  private static WrongUse wrong(String text) {
    return new WrongUse(
        "trusted_proxies takes addresses and networks such as 10.0.0.0/8, not " + text);
  }

  /** None for what is no address; a name is never looked up. */
  private static byte[] bytes(String address) {
    String bare = address.replaceAll("^\\[|]$", "");
    try {
      return bare.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
          ? InetAddress.getByName(bare).getAddress()
          : new byte[0];
    } catch (UnknownHostException _) {
      return new byte[0];
    }
  }
}
