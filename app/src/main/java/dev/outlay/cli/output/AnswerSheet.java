package dev.outlay.cli.output;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Column;
import dev.outlay.ask.Answer.Kind;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Group;
import dev.outlay.ask.Unit;
import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Any answer as a result to print: rounded and with totals for people, plain for machines. */
public record AnswerSheet(Answer answer) {
  /** One column of the sheet. */
  private record Part(ResultColumn head, Function<Row, @Nullable Object> cell) {}

  /** Prints it in the way that suits the format. */
  public void to(ResultSink sink, Format format) {
    List<Part> parts = new ArrayList<>();
    time(parts, format.isForPeople());
    groups(parts, format.isForPeople());
    measures(parts, format.isForPeople());
    marks(parts, format.isForPeople());
    sink.columns(parts.stream().map(Part::head).toList());
    answer.rows().forEach(row -> line(sink, parts, row));
    if (format.isForPeople() && answer.rows().size() > 1) {
      line(sink, parts, total());
    }
  }

  private Row total() {
    return new Row(
        Optional.empty(),
        List.of(),
        answer.totals().values(),
        answer.totals().previous(),
        false,
        answer.totals().estimated(),
        -1);
  }

  private static void line(ResultSink sink, List<Part> parts, Row row) {
    @Nullable Object[] cells = new Object[parts.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = parts.get(i).cell.apply(row);
    }
    sink.row(cells);
  }

  private void time(List<Part> parts, boolean people) {
    answer
        .ask()
        .grain()
        .ifPresent(grain -> {
          String type = people ? "VARCHAR" : "TIMESTAMP WITH TIME ZONE";
          String name = people ? grain.name() : "time";
          parts.add(part(name, type, row -> people ? timeText(row) : row.time().orElse(null)));
        });
  }

  private String timeText(Row row) {
    return row.time().map(this::inZone).orElse("Total");
  }

  private String inZone(Instant time) {
    ZonedDateTime there = time.atZone(answer.period().zone());
    return answer.ask().grain().filter(grain -> grain.isOfDays()).isPresent()
        ? there.toLocalDate().toString()
        : there.toLocalDate() + " " + there.toLocalTime();
  }

  private void groups(List<Part> parts, boolean people) {
    List<Column> dimensions = of(Kind.DIMENSION);
    for (int i = 0; i < dimensions.size(); i++) {
      int place = i;
      String name = dimensions.get(i).name();
      if (people) {
        parts.add(part(name.replace('_', ' '), "VARCHAR", row -> nameText(row, place)));
      } else {
        parts.add(
            part(name + "_id", "VARCHAR", row -> group(row, place).map(Group::id).orElse(null)));
        parts.add(part(name, "VARCHAR", row -> nameText(row, place)));
      }
    }
  }

  private String nameText(Row row, int place) {
    String rest = row.others() < 0 ? "Total" : "Others (" + row.others() + ")";
    boolean first = place == 0 && (row.others() >= 0 || answer.ask().grain().isEmpty());
    return group(row, place).map(Group::name).orElse(first ? rest : "");
  }

  private static Optional<Group> group(Row row, int place) {
    return row.groups().stream().skip(place).findFirst();
  }

  private void measures(List<Part> parts, boolean people) {
    List<Column> measures = of(Kind.MEASURE);
    for (int i = 0; i < measures.size(); i++) {
      int place = i;
      Unit unit = measures.get(i).unit().orElse(Unit.COUNT);
      MeasureText text = new MeasureText(unit);
      String name = measures.get(i).name();
      if (people) {
        parts.add(
            figure(
                text.heading(name),
                row -> text.of(row.values().get(place), row.estimated() && name.equals("cost"))));
      } else {
        parts.add(part(name, text.type(), row -> row.values().get(place)));
      }
      if (answer.compared().isPresent()) {
        compared(parts, people, name, text, place);
      }
    }
  }

  private static void compared(
      List<Part> parts, boolean people, String name, MeasureText text, int place) {
    if (people) {
      parts.add(figure("before", row -> text.of(row.previous().get(place), false)));
      parts.add(
          figure(
              "change %", row -> text.change(row.values().get(place), row.previous().get(place))));
    } else {
      parts.add(part("previous_" + name, text.type(), row -> row.previous().get(place)));
    }
  }

  private void marks(List<Part> parts, boolean people) {
    if (!people) {
      parts.add(part("provisional", "BOOLEAN", Row::provisional));
      parts.add(part("estimated", "BOOLEAN", Row::estimated));
    }
    if (!people && answer.ask().limit().isPresent()) {
      parts.add(part("others", "BIGINT", row -> (long) row.others()));
    }
  }

  private List<Column> of(Kind kind) {
    return answer.columns().stream().filter(column -> column.kind() == kind).toList();
  }

  private static Part part(String name, String type, Function<Row, @Nullable Object> cell) {
    return new Part(new ResultColumn(name, type), cell);
  }

  /** Text that stands where figures do. */
  private static Part figure(String name, Function<Row, @Nullable Object> cell) {
    return part(name, "DECIMAL(38,2)", cell);
  }
}
