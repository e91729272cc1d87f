package dev.outlay.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Freshness and coverage of everything that is collected. Safe for use by many threads. */
public record Quality(Answers answers) {
  /** One series of a dataset. */
  private record Series(
      String connection, String dataset, String width, String cut, String filter) {}

  /** As of the given time. */
  public QualityAnswer read(Expected expected, Instant now) {
    Map<Series, List<Part>> parts = parts();
    Map<Runs.Key, Runs> runs = Runs.of(answers);
    List<Source> sources = new ArrayList<>();
    for (String connection : connections(expected, parts.keySet(), runs.keySet())) {
      for (Dataset dataset : Datasets.ALL) {
        Runs.Key key = new Runs.Key(connection, dataset.name());
        Judging judging = new Judging(expected, now, key, runs.getOrDefault(key, Runs.NONE));
        sources.addAll(sources(judging, parts));
      }
    }
    return new QualityAnswer(List.copyOf(sources), new FreshnessLine(sources, now).text());
  }

  private static Set<String> connections(
      Expected expected, Set<Series> series, Set<Runs.Key> runs) {
    Set<String> connections = new TreeSet<>(expected.connections());
    series.forEach(each -> connections.add(each.connection()));
    runs.forEach(each -> connections.add(each.connection()));
    return connections;
  }

  private static List<Source> sources(Judging judging, Map<Series, List<Part>> parts) {
    List<Source> sources =
        parts.entrySet().stream()
            .filter(each -> each.getKey().connection().equals(judging.key().connection()))
            .filter(each -> each.getKey().dataset().equals(judging.key().dataset()))
            .map(each ->
                judging.of(
                    each.getKey().width(),
                    each.getKey().cut(),
                    each.getKey().filter(),
                    each.getValue()))
            .toList();
    return sources.isEmpty() ? List.of(judging.of("", "", "", List.of())) : sources;
  }

  private Map<Series, List<Part>> parts() {
    return Line.of(
            answers,
            """
            SELECT connection, dataset, bucket_width, grouped_by, filter, span_start, span_end, read_at, settled_to
            FROM coverage ORDER BY ALL\
            """)
        .stream()
        .collect(
            groupingBy(
                line ->
                    new Series(
                        line.text(0).orElse(""),
                        line.name(1),
                        line.text(2).orElse(""),
                        line.text(3).orElse(""),
                        line.text(4).orElse("")),
                LinkedHashMap::new,
                mapping(line -> Part.of(line, 5), toList())));
  }

  /** Judges one dataset of one connection. */
  private record Judging(Expected expected, Instant now, Runs.Key key, Runs runs) {
    Source of(String width, String cut, String filter, List<Part> parts) {
      return new Source(
          key.connection(),
          key.dataset(),
          known(width),
          known(cut),
          known(filter),
          state(parts),
          parts.stream().map(Part::readTo).max(Comparator.naturalOrder()).or(runs::lastGood),
          parts.stream().flatMap(part -> part.settledTo().stream()).max(Comparator.naturalOrder()),
          runs.last(),
          good(parts),
          runs.error(),
          Part.spans(parts),
          Part.gaps(parts));
    }

    private State state(List<Part> parts) {
      if (expected.syncing().test(key.connection(), key.dataset())) {
        return State.SYNCING;
      }
      if (runs.isNotEntitled()) {
        return State.NOT_ENTITLED;
      }
      return runs.isFailing() ? State.FAILING : age(parts);
    }

    private State age(List<Part> parts) {
      return good(parts)
          .map(at ->
              at.plus(expected.patience(key.dataset())).isBefore(now) ? State.LATE : State.FRESH)
          .orElse(State.UNSYNCED);
    }

    /** Runs are forgotten after some months; what they read is not. */
    private Optional<Instant> good(List<Part> parts) {
      return runs.lastGood()
          .or(() -> parts.stream().map(Part::readAt).max(Comparator.naturalOrder()));
    }

    private static Optional<String> known(String text) {
      return Optional.of(text).filter(each -> !each.isEmpty());
    }
  }
}
