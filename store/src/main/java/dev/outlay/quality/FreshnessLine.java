package dev.outlay.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How fresh everything is, in one line of words; times are UTC. */
record FreshnessLine(List<Source> sources, Instant now) {
  private static final DateTimeFormatter TIME = pattern("HH:mm 'UTC'");
  private static final DateTimeFormatter DAY = pattern("d MMM");

  String text() {
    List<String> parts = new ArrayList<>();
    parts.add(usage().orElse("No usage yet"));
    settledCost().ifPresent(parts::add);
    parts.addAll(counts());
    return String.join(" · ", parts);
  }

  /** The finest of each connection, and of the connections the one that lags. */
  private Optional<String> usage() {
    return worst("usage_report", Source::readTo)
        .map(to -> "Usage to " + day(to) + TIME.format(to) + ", " + ago(to));
  }

  /** The last day all of which is settled. */
  private Optional<String> settledCost() {
    return worst("cost_report", Source::settledTo)
        .map(to -> "cost settled through " + DAY.format(to.minus(1, ChronoUnit.DAYS)));
  }

  private Optional<Instant> worst(String dataset, Function<Source, Optional<Instant>> time) {
    Map<String, Instant> finest = new HashMap<>();
    sources.stream()
        .filter(source -> source.dataset().equals(dataset))
        .forEach(source ->
            time.apply(source)
                .ifPresent(
                    at -> finest.merge(source.connection(), at, (a, b) -> a.isAfter(b) ? a : b)));
    return finest.values().stream().min(Comparator.naturalOrder());
  }

  /** A dataset at several widths is one source, as bad as the worst of these. */
  private List<String> counts() {
    Map<List<String>, State> states =
        sources.stream()
            .filter(source -> source.state() != State.NOT_ENTITLED)
            .collect(
                Collectors.toMap(
                    source -> List.of(source.connection(), source.dataset()),
                    Source::state,
                    (a, b) -> a.compareTo(b) > 0 ? a : b));
    return Stream.of(State.FAILING, State.LATE, State.UNSYNCED, State.SYNCING)
        .flatMap(state -> count(states, state).stream())
        .toList();
  }

  private static Optional<String> count(Map<List<String>, State> states, State state) {
    long number = states.values().stream().filter(each -> each == state).count();
    return number == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d sources %s"
                .formatted(number, states.size(), state.name().toLowerCase(Locale.ROOT)));
  }

  private String day(Instant time) {
    boolean today = time.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return today ? "" : DAY.format(time) + " ";
  }

  private String ago(Instant time) {
    Duration age = Duration.between(time, now);
    if (age.toHours() >= 48) {
      return age.toDays() + " days ago";
    }
    return age.toMinutes() >= 120
        ? age.toHours() + " h ago"
        : Math.max(0, age.toMinutes()) + " min ago";
  }

  private static DateTimeFormatter pattern(String text) {
    return DateTimeFormatter.ofPattern(text, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
