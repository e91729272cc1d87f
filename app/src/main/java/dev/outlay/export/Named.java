package dev.outlay.export;

import java.util.Map;
import java.util.Set;

/**
 * A destination that the configuration sets up.
 *
 * @param name unique in it
 * @param to its address, which may hold a password
 * @param format in which form
 * @param datasets which; empty for all
 * @param options of the format
 */
public record Named(
    String name, String to, String format, Set<String> datasets, Map<String, String> options) {
  /** The same at another address. */
  public Named at(String address) {
    return new Named(name, address, format, datasets, options);
  }

  @Override
  public String toString() {
    return name;
  }
}
