package dev.outlay.headroom;

import dev.outlay.table.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a limit and its figures into the form that is handed out. */
record Telling(Span period, Places places, Measured measured, Requests requests) {
  private static final String NOT_COLLECTED =
      "No usage by minute or hour was collected in this period.";

  LimitUse of(Limit limit) {
    Limiter kind = limit.kind();
    Optional<Figures> figures = Optional.ofNullable(measured.byKey().get(limit.key()));
    Optional<String> reason = reason(limit);
    return new LimitUse(
        limit.key(),
        limit.connection(),
        limit.workspace().orElse("organization"),
        places.name(limit),
        limit.group(),
        limit.groupType(),
        limit.title(),
        limit.models(),
        limit.limiter(),
        kind.title(),
        kind.unit(),
        reason.isEmpty() ? kind.words() : "",
        limit.value(period),
        limit.orgValue(),
        source(limit),
        limit.knownSince(),
        limit.steps(period),
        reason.isEmpty(),
        reason,
        reason.isEmpty() ? measured.pick().map(Pick::width) : Optional.empty(),
        figures.map(Figures::peak),
        figures.flatMap(Figures::percentOfLast),
        figures.map(Figures::p50),
        figures.map(Figures::p95),
        figures.map(Figures::buckets).orElse(0L),
        notes(limit, figures));
  }

  private static String source(Limit limit) {
    return limit.workspace().isEmpty()
        ? "organization"
        : limit.source().map(from -> from.equals("workspace") ? "own" : "inherited").orElse("own");
  }

  private Optional<String> reason(Limit limit) {
    Limiter kind = limit.kind();
    if (kind.counts().isEmpty()) {
      return Optional.of(kind.words() + busiest(limit));
    }
    return measured
        .pick()
        .map(pick -> Measured.obstacle(pick, limit))
        .orElse(Optional.of(NOT_COLLECTED));
  }

  private String busiest(Limit limit) {
    return limit.limiter().equals("requests_per_minute") && limit.groupType().equals("model_group")
        ? requests.busiest(limit, places.ofDefault(limit.connection())).orElse("")
        : "";
  }

  private List<Note> notes(Limit limit, Optional<Figures> figures) {
    List<Note> notes = new ArrayList<>();
    figures
        .filter(each -> each.peak().width().equals(Pick.HOUR))
        .ifPresent(_ ->
            notes.add(new Note("hourly_mean", "hourly mean: the true minute peak may be higher")));
    if (limit.knownSince().isAfter(period.start())) {
      notes.add(
          new Note(
              "limit_assumed",
              "the limit was first read at "
                  + limit.knownSince()
                  + "; before it is taken to have been the same"));
    }
    return notes;
  }
}
