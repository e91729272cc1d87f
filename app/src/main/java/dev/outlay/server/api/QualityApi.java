package dev.outlay.server.api;

import static java.util.stream.Collectors.toSet;

import dev.outlay.access.Role;
import dev.outlay.quality.Expected;
import dev.outlay.quality.Quality;
import dev.outlay.quality.QualityAnswer;
import dev.outlay.quality.Source;
import dev.outlay.quality.State;
import dev.outlay.schedule.ConnectionState;
import dev.outlay.schedule.DatasetState;
import dev.outlay.schedule.Schedule;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How good the data is. */
public record QualityApi(Answers answers, Schedule schedule) {

  @Says("How fresh and how whole everything is that is collected.")
  record DataQuality(
      @Says("By connection and dataset.") List<DataSource> sources,
      @Says("All of it in one line of words; times are UTC.") String line) {}

  @Says("One dataset of one connection, at one width and cut where it has these.")
  record DataSource(
      String connection,
      String dataset,
      @Says("Of its buckets: 1m, 1h or 1d.") Optional<String> width,
      @Says("The dimensions it is grouped by, with commas.") Optional<String> cut,
      @Says("What part of it is collected; left out for all.") Optional<String> filter,
      State state,
      @Says("Up to when it is known.") Optional<Instant> readTo,
      @Says("Up to when it can no longer change.") Optional<Instant> settledTo,
      @Says("When it was last tried.") Optional<Instant> lastRun,
      @Says("When it was last read to the end.") Optional<Instant> lastGood,
      @Says("When it is read next.") Optional<Instant> nextRun,
      @Says("What went wrong in the last run, in words.") Optional<String> error,
      @Says("What was read, oldest first.") List<DataSpan> covered,
      @Says("What lies between.") List<DataSpan> gaps) {}

  @Says("A span of time.")
  record DataSpan(@Says("Its begin.") Instant from, @Says("Its end, excluded.") Instant to) {
    static List<DataSpan> of(List<Span> spans) {
      return spans.stream().map(span -> new DataSpan(span.start(), span.end())).toList();
    }
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/quality", DataQuality.class)
            .says("Freshness, coverage and gaps of every dataset.")
            .role(Role.VIEWER)
            .by(this::quality));
  }

  private Reply quality(Call call) {
    List<ConnectionState> states = schedule.states();
    Expected expected =
        new Expected(
            states.stream().map(state -> state.linked().name()).collect(toSet()),
            schedule::expected,
            (connection, dataset) ->
                of(states, connection, dataset).anyMatch(DatasetState::running));
    QualityAnswer answer = new Quality(answers).read(expected, call.at());
    return Reply.of(
        new DataQuality(
            answer.sources().stream().map(source -> told(source, states)).toList(), answer.line()));
  }

  private static DataSource told(Source source, List<ConnectionState> states) {
    return new DataSource(
        source.connection(),
        source.dataset(),
        source.width(),
        source.cut(),
        source.filter(),
        source.state(),
        source.readTo(),
        source.settledTo(),
        source.lastRun(),
        source.lastGood(),
        of(states, source.connection(), source.dataset())
            .flatMap(state -> state.nextRun().stream())
            .findFirst(),
        source.error(),
        DataSpan.of(source.covered()),
        DataSpan.of(source.gaps()));
  }

  private static Stream<DatasetState> of(
      List<ConnectionState> states, String connection, String dataset) {
    return states.stream()
        .filter(state -> state.linked().name().equals(connection))
        .flatMap(state -> state.datasets().stream())
        .filter(state -> state.dataset().equals(dataset));
  }
}
