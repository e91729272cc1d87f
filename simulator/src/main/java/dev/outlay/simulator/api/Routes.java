package dev.outlay.simulator.api;

import java.util.List;

/** Every path the simulator knows. */
final class Routes {
  private static final String ROOT = "/v1/organizations";

  private Routes() {}

  static List<Route> all() {
    Analytics analytics = new Analytics();
    return List.of(
        Route.open(ROOT + "/me", People::me),
        Route.open(ROOT + "/users", People::users),
        Route.open(ROOT + "/users/*", People::user),
        Route.open(ROOT + "/invites", People::invites),
        Route.open(ROOT + "/invites/*", People::invite),
        Route.open(ROOT + "/workspaces", Workspaces::list),
        Route.open(ROOT + "/workspaces/*", Workspaces::get),
        Route.open(ROOT + "/workspaces/*/members", Workspaces::members),
        Route.open(ROOT + "/workspaces/*/members/*", Workspaces::member),
        Route.open(ROOT + "/workspaces/*/rate_limits", LimitLists::workspace),
        Route.open(ROOT + "/api_keys", Keys::list),
        Route.open(ROOT + "/api_keys/*", Keys::get),
        Route.open(ROOT + "/rate_limits", LimitLists::organization),
        Route.open(ROOT + "/spend_limits", LimitLists::spend),
        Route.oauth(ROOT + "/service_accounts", ServiceAccounts::list),
        Route.oauth(ROOT + "/service_accounts/*", ServiceAccounts::get),
        Route.open(ROOT + "/usage_report/messages", UsageReport::answer),
        Route.open(ROOT + "/usage_report/claude_code", ClaudeCodeReport::answer),
        Route.open(ROOT + "/cost_report", CostReport::answer),
        Route.open(ROOT + "/analytics/usage", analytics::usage),
        Route.open(ROOT + "/analytics/cost", analytics::cost));
  }
}
