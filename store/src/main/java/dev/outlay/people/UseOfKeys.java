package dev.outlay.people;

import dev.outlay.price.Price;
import dev.outlay.price.PriceBook;
import dev.outlay.price.Terms;
import dev.outlay.price.TokenKind;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Adds up what was done with each key. */
record UseOfKeys(Answers answers, PriceBook book, Span period, Sight sight) {
  private static final List<TokenKind> KINDS = List.of(TokenKind.values());

  /** By key id; empty for what was done without a key. */
  Map<Optional<String>, Totals> of(KeyCut cut, Billed billed) {
    Map<Optional<String>, Totals> totals = new HashMap<>();
    Habits habits = Habits.of(answers, cut, period);
    Line.of(answers, sql(cut, billed))
        .forEach(line -> totals.merge(line.text(0), totals(line, habits), Totals::and));
    return totals;
  }

  /** Prices stay the same between two of their changes, so that these need telling apart only. */
  private String sql(KeyCut cut, Billed billed) {
    return """
    SELECT api_key_id, model, %s, %s, %s, %s, %s AS step, api_key_id IS NOT NULL AND (%s) AS billed, sum(web_search_requests),
      %s
    FROM usage_report WHERE connection = %s AND bucket_width = %s AND grouped_by = %s
      AND bucket_start >= %s AND bucket_start < %s AND %s GROUP BY ALL\
    """
        .formatted(
            cut.column("service_tier"),
            cut.column("context_window"),
            cut.column("inference_geo"),
            cut.column("speed"),
            step(),
            billed.condition(cut.connection()),
            joined(each -> "sum(" + each + ")"),
            Literal.of(cut.connection()),
            Literal.of(cut.width()),
            Literal.of(cut.cut()),
            Literal.of(period.start()),
            Literal.of(period.end()),
            cut.has("workspace_id") || sight.isAll() ? sight.condition() : "false");
  }

  private static String joined(UnaryOperator<String> each) {
    return String.join(", ", KINDS.stream().map(kind -> each.apply(kind.column())).toList());
  }

  /** The start of the time in which prices are those of the bucket. */
  private String step() {
    StringBuilder cases = new StringBuilder(Literal.of(period.start()));
    steps()
        .forEach(step ->
            cases
                .insert(0, "CASE WHEN bucket_start < " + Literal.of(step) + " THEN ")
                .append(" ELSE ")
                .append(Literal.of(step))
                .append(" END"));
    return cases.toString();
  }

  private Stream<Instant> steps() {
    return book.changes().stream()
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .filter(period::contains)
        .filter(step -> step.isAfter(period.start()));
  }

  private Totals totals(Line line, Habits habits) {
    Spent spent = line.is(7) ? Spent.NOTHING : spent(line, habits);
    long tokens = 0;
    for (int i = 0; i < KINDS.size(); i++) {
      tokens = Math.addExact(tokens, line.number(9 + i).orElse(0L));
    }
    return new Totals(tokens, spent, Map.of(line.text(1).orElse("(no model)"), tokens));
  }

  private Spent spent(Line line, Habits habits) {
    String model = line.text(1).orElse("");
    Terms terms =
        new Terms(
                line.text(2).orElse(null),
                line.text(3).orElse(null),
                line.text(4).orElse(null),
                line.text(5).orElse(null))
            .assuming(habits.of(model));
    LocalDate day = LocalDate.ofInstant(line.instant(6).orElseThrow(), ZoneOffset.UTC);
    Spent spent = Spent.searches(line.number(8).orElse(0L), book.perWebSearch(day));
    for (int i = 0; i < KINDS.size(); i++) {
      long tokens = line.number(9 + i).orElse(0L);
      if (tokens > 0) {
        spent = spent.and(spent(tokens, model, KINDS.get(i), terms, day));
      }
    }
    return spent;
  }

  /** Where terms are not certain the usual ones are taken, and what they cost is the least. */
  private Spent spent(long tokens, String model, TokenKind kind, Terms terms, LocalDate day) {
    Optional<Price> price = book.price(model, kind, terms, day);
    return price.isPresent()
        ? Spent.of(tokens, price)
        : Spent.of(tokens, book.price(model, kind, terms.assuming(Terms.USUAL), day)).atLeast();
  }
}
