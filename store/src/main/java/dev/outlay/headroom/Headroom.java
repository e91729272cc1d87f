package dev.outlay.headroom;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.outlay.headroom.Measured.Question;
import dev.outlay.store.Answers;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How near actual use came to the rate limits: the peak minute, or where minutes were not collected
 * the peak hour, against the limit that was in force then. Safe for use by many threads.
 */
public record Headroom(Answers answers) {
  private static final Comparator<LimitUse> TIGHTEST =
      comparingInt(Headroom::rank)
          .thenComparing(Headroom::percent, Comparator.reverseOrder())
          .thenComparing(each -> !each.scope().equals("organization"))
          .thenComparing(LimitUse::scopeName)
          .thenComparing(LimitUse::groupName)
          .thenComparing(LimitUse::limiter)
          .thenComparing(LimitUse::key);

  /**
   * All limits that were there in the period.
   *
   * @param now what is not over at that time is no bucket yet
   * @param workspaces only limits of these; empty for all, the organisation's too
   */
  public HeadroomAnswer read(Span period, Instant now, Optional<Set<String>> workspaces) {
    Tables tables = Tables.of(answers);
    Question question = new Question(answers, period, now, Places.of(answers, tables));
    List<LimitUse> told = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    Requests requests = Requests.of(answers, tables, period);
    Map<String, Picks> picks = picks(tables, period, now);
    limits(tables, period, workspaces)
        .forEach((connection, limits) -> {
          Measured measured =
              Measured.of(question, picks.getOrDefault(connection, Picks.NONE), limits);
          Telling telling = new Telling(period, question.places(), measured, requests);
          limits.forEach(limit -> told.add(telling.of(limit)));
          notes.addAll(new Remarks(period, now, workspaces.isEmpty()).of(connection, measured));
        });
    return new HeadroomAnswer(period, told.stream().sorted(TIGHTEST).toList(), notes);
  }

  /**
   * One limit through the period; empty where there is no such limit or no use is known.
   *
   * @param points how many at most
   */
  public Optional<LimitSeries> series(
      String key, Span period, Instant now, Optional<Set<String>> workspaces, int points) {
    Tables tables = Tables.of(answers);
    Question question = new Question(answers, period, now, Places.of(answers, tables));
    Map<String, Picks> picks = picks(tables, period, now);
    return limits(tables, period, workspaces).values().stream()
        .filter(limits -> limits.stream().anyMatch(limit -> limit.key().equals(key)))
        .findFirst()
        .flatMap(limits ->
            new Drawing(question, picks, limits, points)
                .of(key, Requests.of(answers, tables, period)));
  }

  /** Hours reach to the end of the one that runs, so that only what is over is compared. */
  private Map<String, Picks> picks(Tables tables, Span period, Instant now) {
    Instant end = now.isBefore(period.end()) ? now : period.end();
    return tables.has("usage_report")
        ? Span.of(period.start(), end).map(over -> Picks.of(answers, over)).orElse(Map.of())
        : Map.of();
  }

  private Map<String, List<Limit>> limits(
      Tables tables, Span period, Optional<Set<String>> workspaces) {
    return new KeptLimits(answers, tables)
        .all().stream()
            .filter(limit -> limit.isIn(period))
            .filter(limit ->
                workspaces
                    .map(ids -> limit.workspace().filter(ids::contains).isPresent())
                    .orElse(true))
            .collect(groupingBy(Limit::connection, LinkedHashMap::new, toList()));
  }

  private static int rank(LimitUse use) {
    return use.peak().isPresent() ? 0 : use.measurable() ? 1 : 2;
  }

  private static BigDecimal percent(LimitUse use) {
    return use.peak().flatMap(Peak::percent).orElse(BigDecimal.ZERO);
  }
}
