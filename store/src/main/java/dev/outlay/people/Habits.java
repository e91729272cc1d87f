package dev.outlay.people;

import static java.util.Comparator.comparing;

import dev.outlay.price.Terms;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms that all use of a model had, from a cut that tells them: where nobody used fast mode, a
 * key did not either. No figures are taken from there.
 *
 * @param byModel what is certain
 */
record Habits(Map<String, Terms> byModel) {
  static final Habits NONE = new Habits(Map.of());

  /** Those of the connection of that cut, for the dimensions that it does not tell. */
  static Habits of(Answers answers, KeyCut cut, Span period) {
    return telling(answers, cut, period)
        .map(other -> of(Line.of(answers, sql(cut, other, period))))
        .orElse(NONE);
  }

  private static Habits of(List<Line> models) {
    Map<String, Terms> terms = new HashMap<>();
    for (Line line : models) {
      line.text(0)
          .ifPresent(
              model -> terms.put(model, new Terms(null, null, only(line, 1), only(line, 3))));
    }
    return new Habits(Map.copyOf(terms));
  }

  private static @Nullable String only(Line line, int i) {
    return line.text(i).filter(least -> line.text(i + 1).equals(Optional.of(least))).orElse(null);
  }

  /** Days that reach over the whole of the period, as far as the cut itself does. */
  private static Optional<String> telling(Answers answers, KeyCut cut, Span period) {
    return Line.of(
            answers,
            """
            SELECT grouped_by FROM coverage
            WHERE dataset = 'usage_report' AND bucket_width = '1d' AND connection = %s AND coalesce(filter, '') = ''
              AND list_has_all(string_split(grouped_by, ','), ['inference_geo', 'model', 'speed'])
              AND span_start <= %s AND span_end >= %s\
            """
                .formatted(
                    Literal.of(cut.connection()),
                    Literal.of(period.start()),
                    Literal.of(period.start().plus(cut.time()))))
        .stream()
        .map(line -> line.name(0))
        .min(comparing(name -> name));
  }

  /** A day that begins before the period may hold a part of it. */
  private static String sql(KeyCut cut, String other, Span period) {
    return """
    SELECT model, min(coalesce(inference_geo, 'global')), max(coalesce(inference_geo, 'global')),
      min(coalesce(speed, 'standard')), max(coalesce(speed, 'standard'))
    FROM usage_report WHERE connection = %s AND bucket_width = '1d' AND grouped_by = %s
      AND bucket_start > %s - INTERVAL 1 DAY AND bucket_start < %s GROUP BY ALL\
    """
        .formatted(
            Literal.of(cut.connection()),
            Literal.of(other),
            Literal.of(period.start()),
            Literal.of(period.end()));
  }

  /** What is certain of a model's terms. */
  Terms of(String model) {
    return byModel.getOrDefault(model, Terms.UNKNOWN);
  }
}
