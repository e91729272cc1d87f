package dev.outlay.cli.output;

import dev.outlay.ask.spend.Amount;
import dev.outlay.ask.spend.Days;
import dev.outlay.ask.spend.SpendAnswer;
import dev.outlay.ask.spend.SpendRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be known to read an answer about spend, one thing a line. */
public record SpendNotes(SpendAnswer answer) {
  public List<String> lines() {
    return Stream.of(
            Stream.of(period()),
            settled(),
            today(),
            gaps(),
            unknown(),
            answer
                .filters()
                .map(filter ->
                    "Collected with a filter, so not everything is in it: " + filter + "."),
            answer.elsewhere().stream().map(SpendNotes::elsewhere))
        .flatMap(part -> part)
        .toList();
  }

  /** What a limit left out of formats that have no row for it. */
  public Optional<String> rest() {
    BigDecimal rest =
        answer.others().stream().map(SpendRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return answer.others().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Left out by --limit: %d more groups, %s %s."
                .formatted(
                    answer.othersCount(), rest.stripTrailingZeros().toPlainString(), currency()));
  }

  private String period() {
    Days days = answer.ask().days();
    String compared = answer.ask().compare() ? "; compared with " + days.previous() : "";
    return "%s, %d %s in UTC%s; amounts in %s."
        .formatted(days, days.count(), days.count() == 1 ? "day" : "days", compared, currency());
  }

  private Stream<String> settled() {
    Optional<Instant> settled = answer.settledTo();
    if (settled.isEmpty()) {
      return Stream.of("None of these figures are settled: they may still change.");
    }
    LocalDate first = LocalDate.ofInstant(settled.get(), ZoneOffset.UTC);
    return first.isBefore(answer.ask().days().to())
        ? Stream.of(
            "Settled to the end of "
                + first.minusDays(1)
                + "; from "
                + first
                + " on figures may still change.")
        : Stream.of("All of these figures are settled.");
  }

  private Stream<String> today() {
    return answer.ask().days().contains(answer.today())
        ? Stream.of(answer.today() + " is not over: its costs are not complete.")
        : Stream.empty();
  }

  private Stream<String> gaps() {
    String gaps = answer.over().map(this::missing).orElse("");
    return gaps.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "Not collected, so not counted: " + gaps + ". outlay sync --from DAY collects it.");
  }

  private Stream<String> unknown() {
    String gaps = answer.ask().compare() ? missing(answer.ask().days().previous()) : "";
    return gaps.isEmpty()
        ? Stream.empty()
        : Stream.of("Changes are unknown where the time before was not collected: " + gaps + ".");
  }

  private String missing(Days days) {
    return answer.collected().stream()
        .filter(each -> !each.missing(days).isEmpty())
        .map(each ->
            each.missing(days).stream()
                .map(Days::toString)
                .collect(Collectors.joining(", ", each.connection() + " ", "")))
        .collect(Collectors.joining("; "));
  }

  private String currency() {
    return answer.ask().currency();
  }

  private static String elsewhere(Amount amount) {
    String value = amount.value().stripTrailingZeros().toPlainString();
    return amount
        .currency()
        .map(code -> "Not included: " + value + " " + code + "; --currency " + code + " shows it.")
        .orElse("Not included: " + value + " without a currency.");
  }
}
