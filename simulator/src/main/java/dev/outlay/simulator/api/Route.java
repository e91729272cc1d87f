package dev.outlay.simulator.api;

import java.util.Arrays;
import java.util.List;

/** A path pattern ({@code *} stands for one segment), who may call it, and what answers. */
record Route(List<String> pattern, boolean oauthOnly, Endpoint endpoint) {

  static Route open(String pattern, Endpoint endpoint) {
    return new Route(parts(pattern), false, endpoint);
  }

  static Route oauth(String pattern, Endpoint endpoint) {
    return new Route(parts(pattern), true, endpoint);
  }

  boolean matches(String path) {
    List<String> parts = parts(path);
    boolean fits = parts.size() == pattern.size();
    for (int i = 0; fits && i < parts.size(); i++) {
      fits =
          pattern.get(i).equals("*")
              ? !parts.get(i).isEmpty()
              : pattern.get(i).equals(parts.get(i));
    }
    return fits;
  }

  private static List<String> parts(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
