package dev.outlay.server.api;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Asking;
import dev.outlay.ask.Data;
import dev.outlay.ask.Reach;
import dev.outlay.ask.Stretch;
import dev.outlay.server.api.ExplainApi.RevisedValue;
import dev.outlay.store.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was believed of one number on the days on which anything of its time changed. */
record Revisions(Asking asking, Answers answers, Reach reach) {
  private static final int MOST_DAYS = 8;

  /** Oldest first; the last is what is believed now. */
  List<RevisedValue> of(Ask ask, Stretch stretch, List<String> tables) {
    List<RevisedValue> all = new ArrayList<>();
    for (LocalDate day : days(stretch, tables)) {
      Object value = value(asking.answer(ask.withAsOf(Optional.of(day)), reach));
      if (all.isEmpty() || !Objects.equals(all.getLast().value(), value)) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!all.isEmpty()) {
          all.add(ended(all.removeLast(), from));
        }
        all.add(new RevisedValue(from, Optional.empty(), value));
      }
    }
    return all;
  }

  static @Nullable Object value(Answer answer) {
    return answer.totals().values().getFirst();
  }

  private static RevisedValue ended(RevisedValue value, Instant at) {
    return new RevisedValue(value.knownFrom(), Optional.of(at), value.value());
  }

  private List<LocalDate> days(Stretch stretch, List<String> tables) {
    return tables.stream()
        .flatMap(table -> days(stretch, table).stream())
        .sorted()
        .distinct()
        .toList();
  }

  private List<LocalDate> days(Stretch stretch, String table) {
    Optional<Data> data =
        Arrays.stream(Data.values()).filter(each -> each.table().equals(table)).findFirst();
    return data.map(each -> Grid.of(answers, sql(stretch, each), MOST_DAYS)).stream()
        .flatMap(grid -> grid.rows().stream())
        .map(row -> (LocalDate) Objects.requireNonNull(row.getFirst()))
        .toList();
  }

  private static String sql(Stretch stretch, Data data) {
    String time = "TIMESTAMPTZ '%s'" + (data.hasDates() ? "::DATE" : "");
    return "SELECT DISTINCT known_from::DATE AS day FROM history.%s WHERE %s >= %s AND %s < %s ORDER BY day DESC LIMIT %d"
        .formatted(
            Sql.name(data.table()),
            data.time(),
            time.formatted(stretch.from()),
            data.time(),
            time.formatted(stretch.to()),
            MOST_DAYS);
  }
}
