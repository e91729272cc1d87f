package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.headroom.Headroom;
import dev.outlay.headroom.HeadroomAnswer;
import dev.outlay.headroom.LimitSeries;
import dev.outlay.headroom.LimitUse;
import dev.outlay.headroom.Note;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rate limits and how near use came to them. */
public record LimitsApi(Answers answers) {
  private static final String USUAL = "24h";
  private static final int USUAL_POINTS = 500;
  private static final Parameter<String> WORKSPACE =
      Parameter.text("workspace", "Only limits of the workspace with this id.");
  private static final Parameter<String> KEY =
      Parameter.text("key", "Which limit; its key in the list.").must().example("none");
  private static final Parameter<Integer> POINTS =
      Parameter.number("points", "How many points at most; 500 without.", 1, 5000);

  @Says("Rate limits, and actual use against them.")
  record Limits(
      @Says("What time it is about.") LimitsPeriod period,
      @Says("The tightest first, then those without use, then those that cannot be measured.")
          List<LimitUse> limits,
      @Says("What holds for all of them.") List<Note> notes) {}

  @Says("A span of time.")
  record LimitsPeriod(@Says("Its begin.") Instant from, @Says("Its end, excluded.") Instant to) {}

  public List<Endpoint> endpoints() {
    Access access = Access.of(Role.VIEWER).alsoLimited();
    return List.of(
        Endpoint.get("/api/v1/limits", Limits.class)
            .says(
                "Every limiter with the minute, or where minutes are not kept the hour, that came nearest.")
            .takes(PeriodParameters.period(USUAL), PeriodParameters.ZONE, WORKSPACE)
            .access(access)
            .kept(LimitsApi::moment)
            .by(call -> Reply.of(limits(call))),
        Endpoint.get("/api/v1/limits/series", LimitSeries.class)
            .says("The use of one limit through time: the highest of each stretch, never a mean.")
            .takes(KEY, PeriodParameters.period(USUAL), PeriodParameters.ZONE, POINTS)
            .access(access)
            .kept(LimitsApi::moment)
            .by(call -> Reply.of(series(call))));
  }

  private Limits limits(Call call) {
    HeadroomAnswer answer =
        new Headroom(answers).read(PeriodParameters.span(call, USUAL), call.at(), sight(call));
    Span period = answer.period();
    return new Limits(
        new LimitsPeriod(period.start(), period.end()), answer.limits(), answer.notes());
  }

  private LimitSeries series(Call call) {
    return new Headroom(answers)
        .series(
            call.get(KEY),
            PeriodParameters.span(call, USUAL),
            call.at(),
            call.caller().workspaces(),
            call.get(POINTS, USUAL_POINTS))
        .orElseThrow(
            () -> Refusal.missing("there is no limit " + call.get(KEY) + " with known use", ""));
  }

  /** The workspace asked for, as far as the caller may see it. */
  private static Optional<Set<String>> sight(Call call) {
    Optional<Set<String>> seen = call.caller().workspaces();
    return call.find(WORKSPACE)
        .map(id ->
            Optional.of(
                seen.map(all -> all.contains(id)).orElse(true) ? Set.of(id) : Set.<String>of()))
        .orElse(seen);
  }

  private static String moment(Call call) {
    return PeriodParameters.moment(call, USUAL, ChronoUnit.MINUTES);
  }
}
