package dev.outlay.cli.output;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Missing;
import dev.outlay.ask.Stretch;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be known to read an answer, one thing a line. */
public record AnswerNotes(Answer answer) {
  public List<String> lines() {
    return Stream.of(
            Stream.of(period()),
            settled(),
            missing(),
            unknown(),
            answer.notes().stream().map(Answer.Note::text),
            Stream.of(sources()))
        .flatMap(part -> part)
        .toList();
  }

  private String period() {
    String compared =
        answer.compared().map(Stretch::text).map("; compared with "::concat).orElse("");
    String known = answer.ask().asOf().map(day -> ", as known at the end of " + day).orElse("");
    return answer.period().text() + " in " + zone(answer.period().zone()) + compared + known + ".";
  }

  private Stream<String> settled() {
    if (answer.ask().asOf().isPresent()) {
      return Stream.empty();
    }
    return Stream.of(
        answer
            .settledThrough()
            .map(time ->
                time.isBefore(answer.period().to())
                    ? "Settled up to " + time + "; figures after that may still change."
                    : "All of these figures are settled.")
            .orElse("None of these figures are settled: they may still change."));
  }

  private Stream<String> missing() {
    String gaps =
        answer.missing().stream().map(AnswerNotes::text).collect(Collectors.joining("; "));
    return gaps.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "Not collected, so not counted: " + gaps + ". outlay sync --from DAY collects it.");
  }

  private Stream<String> unknown() {
    return answer.totals().previous().stream()
        .filter(Objects::isNull)
        .limit(1)
        .map(_ -> "Changes are unknown where the time before was not collected.");
  }

  private static String text(Missing gap) {
    return "%s of %s, %s"
        .formatted(
            gap.dataset(),
            gap.connection(),
            new Stretch(gap.from(), gap.to(), ZoneOffset.UTC).text());
  }

  private String sources() {
    return answer.sources().stream()
        .map(each ->
            (each.dataset() + " " + each.width()).strip()
                + (each.cut().isEmpty() ? "" : " by " + each.cut()))
        .distinct()
        .collect(Collectors.joining("; ", "From ", "."));
  }

  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
