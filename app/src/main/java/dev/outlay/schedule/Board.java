package dev.outlay.schedule;

import dev.outlay.sync.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** How it stands with every job. Safe for use by many threads. */
final class Board {
  private final Rhythms rhythms;
  private final Map<Job, DatasetState> states = new ConcurrentHashMap<>();

  Board(Rhythms rhythms) {
    this.rhythms = rhythms;
  }

  void add(Job job, Optional<Instant> lastGood) {
    Duration every = rhythms.expected(job.dataset());
    states.putIfAbsent(job, DatasetState.unknown(job.dataset(), every, lastGood));
  }

  void drop(String connection) {
    states.keySet().removeIf(job -> job.connection().equals(connection));
  }

  DatasetState of(Job job) {
    return states.getOrDefault(job, unknown(job));
  }

  private DatasetState unknown(Job job) {
    return DatasetState.unknown(job.dataset(), rhythms.expected(job.dataset()), Optional.empty());
  }

  void begun(Job job, Instant now) {
    change(job, state -> state.begun(now));
  }

  void resumed(Job job, Instant now) {
    change(job, state -> state.resumed(now));
  }

  DatasetState planned(Job job, int steps) {
    return change(job, state -> state.planned(steps));
  }

  DatasetState kept(Job job) {
    return change(job, DatasetState::kept);
  }

  void ended(Job job, Outcome outcome, Instant now) {
    change(
        job,
        state ->
            switch (outcome) {
              case Outcome.Good _ -> state.ended(Status.OK, Optional.empty(), now);
              case Outcome.NotEntitled(var why) ->
                  state.ended(Status.NOT_ENTITLED, Optional.of(why), now);
              case Outcome.Failed(var why) -> state.ended(Status.FAILED, Optional.of(why), now);
              case Outcome.Refused(var why) -> state.ended(Status.REFUSED, Optional.of(why), now);
              case Outcome.Shut _, Outcome.Interrupted _ -> state.stopped();
            });
  }

  private DatasetState change(Job job, UnaryOperator<DatasetState> change) {
    return states.compute(job, (_, state) -> change.apply(state == null ? unknown(job) : state));
  }
}
