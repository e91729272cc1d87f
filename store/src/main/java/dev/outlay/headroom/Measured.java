package dev.outlay.headroom;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.outlay.headroom.UseSql.Held;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of one connection's limits.
 *
 * @param pick what they rest on; empty where no usage was collected
 * @param byKey of the limits with use
 * @param strangers models of no group
 */
record Measured(Optional<Pick> pick, Map<String, Figures> byKey, List<String> strangers) {
  static final Measured NOTHING = new Measured(Optional.empty(), Map.of(), List.of());

  /** What is needed to ask. */
  record Question(Answers answers, Span period, Instant now, Places places) {
    UseSql sql(Pick pick, List<Limit> limits) {
      List<String> models =
          Line.of(answers, UseSql.models(pick, period)).stream()
              .flatMap(line -> line.text(0).stream())
              .toList();
      return new UseSql(
          pick, period, now, places.ofDefault(pick.connection()), Members.of(limits, models));
    }
  }

  static Measured of(Question question, Picks picks, List<Limit> limits) {
    return picks
        .main()
        .map(main -> {
          UseSql sql = question.sql(main, limits);
          Map<String, Figures> figures = new HashMap<>(figures(question, sql, limits));
          picks
              .finer()
              .map(pick -> figures(question, question.sql(pick, limits), limits))
              .ifPresent(finer ->
                  finer.forEach((key, each) -> figures.merge(key, each, Figures::orHigher)));
          return new Measured(Optional.of(main), figures, sql.members().strangers());
        })
        .orElse(NOTHING);
  }

  private static Map<String, Figures> figures(Question question, UseSql sql, List<Limit> limits) {
    List<Held> held = held(sql.pick(), limits);
    if (held.isEmpty() || sql.members().groups().isEmpty()) {
      return Map.of();
    }
    Map<String, Limit> byKey =
        held.stream().map(Held::limit).collect(toMap(Limit::key, identity()));
    return Line.of(question.answers(), sql.figures(held)).stream()
        .map(line ->
            Figures.of(
                line,
                sql.pick(),
                Objects.requireNonNull(byKey.get(line.name(0))),
                question.period()))
        .collect(toMap(Figures::key, identity()));
  }

  /** The limits that this usage can be held against. */
  static List<Held> held(Pick pick, List<Limit> limits) {
    List<Held> held = new ArrayList<>();
    for (Limit limit : limits) {
      limit
          .kind()
          .counts()
          .filter(_ -> obstacle(pick, limit).isEmpty())
          .ifPresent(counts -> held.add(new Held(limit, counts)));
    }
    return held;
  }

  /** Why this usage says nothing of the limit. */
  static Optional<String> obstacle(Pick pick, Limit limit) {
    if (limit.kind().counts().filter(Limiter.Counted::isFast).isPresent() && !pick.has("speed")) {
      return Optional.of(
          "Fast mode has limits of its own, and the usage collected by minute or hour does not tell"
              + " the speed; a cut with speed in the usage setting would.");
    }
    return limit.workspace().isPresent() && !pick.has("workspace_id")
        ? Optional.of(
            "The usage collected by minute or hour does not tell workspaces; a cut with workspace_id"
                + " in the usage setting would.")
        : Optional.empty();
  }
}
