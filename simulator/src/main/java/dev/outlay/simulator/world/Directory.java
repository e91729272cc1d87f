package dev.outlay.simulator.world;

import java.util.List;

/** Everyone and everything an organisation lists; {@code deletedUsers} are never listed. */
public record Directory(
    Workspace defaultWorkspace,
    List<Workspace> workspaces,
    List<User> users,
    List<User> deletedUsers,
    List<ServiceAccount> serviceAccounts,
    List<ApiKey> apiKeys,
    List<Invite> invites,
    List<RateLimit> rateLimits,
    List<SpendLimit> spendLimits,
    Dice dice) {

  /** Who is in a workspace: about one user in three, everybody in the first. */
  public List<Member> members(Workspace workspace) {
    int place = workspaces.indexOf(workspace);
    return users.stream()
        .filter(user -> place == 0 || dice.below(3, place, user.id().hashCode(), 1) == 0)
        .map(user -> new Member(workspace.id(), user.id(), role(user)))
        .toList();
  }

  private static String role(User user) {
    return switch (user.role()) {
      case "admin" -> "workspace_admin";
      case "billing" -> "workspace_billing";
      case "developer" -> "workspace_developer";
      default -> "workspace_user";
    };
  }

  /** Null where a report names the Default Workspace. */
  public boolean isDefault(String workspaceId) {
    return defaultWorkspace.id().equals(workspaceId);
  }
}
