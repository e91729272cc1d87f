package dev.outlay.cli.output;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Group;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must be known to read an answer about money, one thing a line.
 *
 * @param answer of one measure
 * @param elsewhere what there is besides, by currency
 * @param currency of the answer
 */
public record SpendNotes(Answer answer, Optional<Answer> elsewhere, String currency) {
  /**
   * @param now the time of the answer
   */
  public List<String> lines(Instant now, Format format) {
    return Stream.of(
            new AnswerNotes(answer).lines().stream(),
            today(now),
            elsewhere.stream().flatMap(other -> other.rows().stream()).map(SpendNotes::elsewhere),
            format.isForPeople() ? Stream.<String>of() : rest())
        .flatMap(part -> part)
        .toList();
  }

  /** The bill gives a day only when it is over. */
  private Stream<String> today(Instant now) {
    boolean open = now.isBefore(answer.period().to()) && !answer.totals().estimated();
    return open
        ? Stream.of(
            now.atOffset(ZoneOffset.UTC).toLocalDate()
                + " is not over: its costs are not complete.")
        : Stream.of();
  }

  /** What a limit left out of formats that have no row for it. */
  private Stream<String> rest() {
    List<Row> rest = answer.rows().stream().filter(row -> row.others() > 0).toList();
    return rest.stream()
        .limit(1)
        .map(row ->
            "Left out by --limit: %d more groups, %s %s."
                .formatted(row.others(), plain(sum(rest)), currency));
  }

  private static BigDecimal sum(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> Stream.ofNullable(row.values().getFirst()))
        .map(Figures::plain)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String elsewhere(Row row) {
    String amount = plain(sum(List.of(row)));
    return RowText.group(row, 0)
        .map(Group::id)
        .map(code -> "Not included: %s %s; --currency %s shows it.".formatted(amount, code, code))
        .orElse("Not included: " + amount + " without a currency.");
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
