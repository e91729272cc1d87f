package dev.outlay.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything asked so far, in the order of arrival; thread-safe. */
public final class Requests {
  private final List<Asked> asked = new ArrayList<>();

  /** One request and the status it got; the credential headers are left out. */
  public record Asked(
      String method,
      String path,
      List<Request.Parameter> query,
      Map<String, String> headers,
      int status) {}

  public synchronized int count() {
    return asked.size();
  }

  public synchronized List<Asked> list() {
    return List.copyOf(asked);
  }

  public synchronized void clear() {
    asked.clear();
  }

  void note(Request request, int status) {
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.remove("x-api-key");
    headers.remove("authorization");
    add(new Asked(request.method(), request.path(), request.query(), headers, status));
  }

  private synchronized void add(Asked one) {
    asked.add(one);
  }
}
