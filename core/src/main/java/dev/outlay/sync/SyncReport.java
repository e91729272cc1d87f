package dev.outlay.sync;

import java.util.List;

/**
 * What came of a run.
 *
 * @param connection by name
 * @param datasets in the order they are listed
 */
public record SyncReport(String connection, List<DatasetReport> datasets) {
  public SyncReport {
    datasets = List.copyOf(datasets);
  }

  /** Whether everything that may be read was kept. */
  public boolean complete() {
    return datasets.stream()
        .allMatch(each -> each.status() == Status.OK || each.status() == Status.NOT_ENTITLED);
  }

  /** Whether the key was refused. */
  public boolean refused() {
    return datasets.stream().anyMatch(each -> each.status() == Status.REFUSED);
  }
}
