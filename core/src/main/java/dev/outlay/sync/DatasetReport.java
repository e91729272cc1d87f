package dev.outlay.sync;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Failure;
import java.util.List;

/**
 * What came of one dataset in one run.
 *
 * @param dataset its name
 * @param status the worst that happened
 * @param requests requests that were answered, repeated ones included
 * @param pages pages that were read whole
 * @param changes what the loads changed, together
 * @param failures each failed series by name; empty when all went well
 */
public record DatasetReport(
    String dataset,
    Status status,
    long requests,
    long pages,
    Changes changes,
    List<Failure> failures) {
  public DatasetReport {
    failures = List.copyOf(failures);
  }
}
