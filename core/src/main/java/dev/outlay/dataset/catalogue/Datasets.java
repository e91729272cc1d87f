package dev.outlay.dataset.catalogue;

import dev.outlay.dataset.Dataset;
import java.util.List;
import java.util.Optional;

/** The list of everything that can be collected, in the order worth having. */
public final class Datasets {
  public static final List<Dataset> ALL =
      List.of(
          CostReport.DATASET,
          UsageReport.DATASET,
          Organizations.DATASET,
          Workspaces.DATASET,
          ApiKeys.DATASET,
          Users.DATASET,
          Invites.DATASET,
          RateLimits.DATASET,
          WorkspaceMembers.DATASET,
          WorkspaceRateLimits.DATASET,
          ClaudeCodeUsage.DATASET,
          AnalyticsCost.DATASET,
          AnalyticsUsage.DATASET,
          SpendLimits.DATASET,
          ServiceAccounts.DATASET);

  private Datasets() {}

  public static Optional<Dataset> named(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
