package dev.outlay.server.api;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Group;
import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer as a flat table: ids beside names, exact values, and what is to be known of a row. */
record AskSheet(Answer answer) {
  private static final int DIGITS = 38;
  private static final int MOST_SCALE = 30;

  void to(ResultSink sink) {
    sink.columns(columns());
    answer.rows().forEach(row -> sink.row(cells(row).toArray()));
  }

  private List<ResultColumn> columns() {
    List<ResultColumn> all = new ArrayList<>();
    int measure = 0;
    for (Answer.Column column : answer.columns()) {
      switch (column.kind()) {
        case TIME -> all.add(new ResultColumn("time", "TIMESTAMP WITH TIME ZONE"));
        case DIMENSION -> {
          all.add(new ResultColumn(column.name() + "_id", "VARCHAR"));
          all.add(new ResultColumn(column.name(), "VARCHAR"));
        }
        case MEASURE -> all.add(new ResultColumn(column.name(), type(measure++)));
      }
    }
    if (answer.compared().isPresent()) {
      for (int i = 0; i < measure; i++) {
        all.add(new ResultColumn(measures().get(i) + "_before", type(i)));
      }
    }
    Stream.of("provisional", "estimated")
        .forEach(name -> all.add(new ResultColumn(name, "BOOLEAN")));
    all.add(new ResultColumn("others", "BIGINT"));
    return all;
  }

  private List<String> measures() {
    return answer.columns().stream()
        .filter(column -> column.kind() == Answer.Kind.MEASURE)
        .map(Answer.Column::name)
        .toList();
  }

  private List<@Nullable Object> cells(Answer.Row row) {
    List<@Nullable Object> cells = new ArrayList<>();
    row.time().ifPresent(cells::add);
    for (int i = 0; i < dimensions(); i++) {
      boolean others = row.groups().isEmpty();
      Group group = others ? new Group(null, "Others") : row.groups().get(i);
      cells.add(group.id());
      cells.add(group.name());
    }
    cells.addAll(row.values());
    if (answer.compared().isPresent()) {
      cells.addAll(
          row.previous().isEmpty()
              ? Collections.nCopies(row.values().size(), null)
              : row.previous());
    }
    cells.add(row.provisional());
    cells.add(row.estimated());
    cells.add((long) row.others());
    return cells;
  }

  private long dimensions() {
    return answer.columns().stream().filter(each -> each.kind() == Answer.Kind.DIMENSION).count();
  }

  /** The narrowest that holds all values of the measure as they are. */
  private String type(int measure) {
    List<Number> values =
        answer.rows().stream()
            .flatMap(row -> Stream.of(row.values(), row.previous()))
            .filter(each -> each.size() > measure)
            .flatMap(each -> Stream.ofNullable(each.get(measure)))
            .toList();
    return values.stream().anyMatch(BigDecimal.class::isInstance)
        ? "DECIMAL(" + DIGITS + "," + scale(values) + ")"
        : values.stream().anyMatch(BigInteger.class::isInstance) ? "HUGEINT" : "BIGINT";
  }

  private static int scale(List<Number> values) {
    return values.stream()
        .filter(BigDecimal.class::isInstance)
        .mapToInt(each -> ((BigDecimal) each).scale())
        .map(scale -> Math.clamp(scale, 0, MOST_SCALE))
        .max()
        .orElse(0);
  }
}
