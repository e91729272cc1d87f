package dev.outlay.simulator.world;

/**
 * How large an organisation is: listed things by number, {@code streams} of traffic (each is about
 * one finest usage row a day) and how many days of history it has when the simulator starts.
 */
public record Size(
    int workspaces,
    int apiKeys,
    int users,
    int serviceAccounts,
    int families,
    int developers,
    int streams,
    int historyDays) {

  public Size {
    if (workspaces < 1 || apiKeys < 1 || users < 1 || serviceAccounts < 1 || streams < 1) {
      throw new IllegalArgumentException("an organisation has at least one of everything");
    }
    if (families < 1 || families > Family.values().length) {
      throw new IllegalArgumentException("families: 1 to " + Family.values().length);
    }
  }

  /** Tens of rows a day, enough to look at. */
  public static Size demo() {
    return new Size(9, 24, 31, 4, 4, 18, 48, 400);
  }

  /** About 2,000 usage rows (spend cut) and 2,000 cost rows a day. */
  public static Size benchmark() {
    return new Size(44, 520, 400, 12, 4, 300, 2_600, 400);
  }

  public Size withWorkspaces(int number) {
    return new Size(
        number, apiKeys, users, serviceAccounts, families, developers, streams, historyDays);
  }

  public Size withApiKeys(int number) {
    return new Size(
        workspaces, number, users, serviceAccounts, families, developers, streams, historyDays);
  }

  public Size withUsers(int number) {
    return new Size(
        workspaces, apiKeys, number, serviceAccounts, families, developers, streams, historyDays);
  }

  public Size withDevelopers(int number) {
    return new Size(
        workspaces, apiKeys, users, serviceAccounts, families, number, streams, historyDays);
  }

  public Size withStreams(int number) {
    return new Size(
        workspaces, apiKeys, users, serviceAccounts, families, developers, number, historyDays);
  }

  public Size withHistoryDays(int number) {
    return new Size(
        workspaces, apiKeys, users, serviceAccounts, families, developers, streams, number);
  }
}
