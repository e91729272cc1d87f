package dev.outlay.admin;

import dev.outlay.dataset.Dataset.Budget;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** The three allowances of an organisation; none against a server on this machine. */
record Budgets(RequestBudget reports, RequestBudget analytics, RequestBudget directory) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int UNLIMITED = 1_000_000_000;

  static Budgets of(URI server, Ticker ticker) {
    return server.getHost() != null && LOOPBACK.contains(server.getHost())
        ? new Budgets(unlimited(ticker), unlimited(ticker), unlimited(ticker))
        : new Budgets(
            new RequestBudget(120, 1, ticker),
            new RequestBudget(60, 60, ticker),
            new RequestBudget(60, 60, ticker));
  }

  RequestBudget of(Budget budget) {
    return switch (budget) {
      case REPORTS -> reports;
      case ANALYTICS -> analytics;
      case DIRECTORY -> directory;
    };
  }

  /** How long it takes when so many requests of each kind are made side by side. */
  Duration waitFor(Map<Budget, Integer> requests) {
    return requests.entrySet().stream()
        .map(each -> of(each.getKey()).waitFor(each.getValue()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static RequestBudget unlimited(Ticker ticker) {
    return new RequestBudget(UNLIMITED, UNLIMITED, ticker);
  }
}
