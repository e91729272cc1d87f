package dev.outlay.simulator.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sixty requests a clock minute for each organisation, where the API documents that budget. */
final class Throttle {
  private static final int BUDGET = 60;

  private final Map<String, Integer> used = new ConcurrentHashMap<>();

  void check(Call call) {
    String path = call.request().path();
    if (call.policy().rateLimits()
        && (path.contains("/analytics/") || path.contains("/spend_limits"))) {
      String window = call.organisation().uuid() + call.now().getEpochSecond() / 60;
      if (used.merge(window, 1, Integer::sum) > BUDGET) {
        throw new Refusal(
            429,
            "rate_limit_error",
            "This request would exceed the rate limit for your organization. Please try again later.");
      }
    }
  }
}
