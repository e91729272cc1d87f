package dev.outlay.connection;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Organization;
import dev.outlay.dataset.Dataset;
import dev.outlay.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a key turned out to be good for, by asking.
 *
 * @param organization whose it is, and how far its clock is ahead
 * @param datasets what each answered, in the order they are listed
 */
public record KeyTest(Organization organization, List<Access> datasets) {
  private static final Duration SKEW = Duration.ofSeconds(30);

  public KeyTest {
    datasets = List.copyOf(datasets);
  }

  /** How a dataset answered. */
  public enum State {
    READABLE,
    NOT_ENTITLED,
    REFUSED,
    FAILED
  }

  /**
   * One dataset's answer.
   *
   * @param failure why it cannot be read, where it cannot
   */
  public record Access(String dataset, State state, Optional<Failure> failure) {}

  /**
   * Asks who the key belongs to, and a little of each dataset.
   *
   * @throws Failure where not even the first was answered
   */
  public static KeyTest of(AdminApi api, Instant now) {
    Organization organization = api.whoAmI();
    Probe probe = new Probe(api, now);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Access>> asked =
          api.datasets().stream()
              .map(dataset -> each.submit(() -> access(probe, dataset)))
              .toList();
      return new KeyTest(organization, asked.stream().map(KeyTest::answer).toList());
    }
  }

  /** Whether this machine's clock or the server's is so wrong that somebody should see to it. */
  public boolean clocksApart() {
    return organization.ahead().abs().compareTo(SKEW) > 0;
  }

  private static Access access(Probe probe, Dataset dataset) {
    Optional<Failure> failure = probe.failure(dataset);
    State state =
        switch (failure.orElse(null)) {
          case null -> State.READABLE;
          case Failure.NotEntitled _ -> State.NOT_ENTITLED;
          case Failure.Refused _ -> State.REFUSED;
          case Failure.Retry _, Failure.Unreadable _, Failure.KeepFailed _ -> State.FAILED;
        };
    return new Access(dataset.name(), state, failure);
  }

  private static Access answer(Future<Access> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
