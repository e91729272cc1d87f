package dev.outlay.cli.output;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Column;
import dev.outlay.ask.Answer.Kind;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Group;
import dev.outlay.ask.Unit;
import dev.outlay.store.ResultSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Any answer as a result to print: rounded and with totals for people, plain for machines. */
public record AnswerSheet(Answer answer) {
  /** Prints it in the way that suits the format. */
  public void to(ResultSink sink, Format format) {
    List<SheetPart> parts = new ArrayList<>();
    time(parts, format.isForPeople());
    groups(parts, format.isForPeople());
    measures(parts, format.isForPeople());
    marks(parts, format.isForPeople());
    boolean summed = format.isForPeople() && answer.rows().size() > 1;
    SheetPart.print(
        sink,
        parts,
        Stream.concat(answer.rows().stream(), summed ? Stream.of(text().total()) : Stream.empty()));
  }

  private void time(List<SheetPart> parts, boolean people) {
    answer
        .ask()
        .grain()
        .ifPresent(grain ->
            parts.add(
                people
                    ? SheetPart.text(grain.name(), text()::time)
                    : SheetPart.of(
                        "time", "TIMESTAMP WITH TIME ZONE", row -> row.time().orElse(null))));
  }

  private void groups(List<SheetPart> parts, boolean people) {
    List<Column> dimensions = of(Kind.DIMENSION);
    for (int i = 0; i < dimensions.size(); i++) {
      int place = i;
      String name = dimensions.get(i).name();
      if (people) {
        parts.add(SheetPart.text(name.replace('_', ' '), row -> text().name(row, place)));
      } else {
        parts.add(
            SheetPart.text(
                name + "_id", row -> RowText.group(row, place).map(Group::id).orElse(null)));
        parts.add(SheetPart.text(name, row -> text().name(row, place)));
      }
    }
  }

  private void measures(List<SheetPart> parts, boolean people) {
    List<Column> measures = of(Kind.MEASURE);
    for (int i = 0; i < measures.size(); i++) {
      int place = i;
      Unit unit = measures.get(i).unit().orElse(Unit.COUNT);
      MeasureText text = new MeasureText(unit);
      String name = measures.get(i).name();
      if (people) {
        parts.add(
            SheetPart.figure(
                text.heading(name),
                row ->
                    text.of(row.values().get(place), name.equals("cost") ? text().mark(row) : "")));
      } else {
        parts.add(SheetPart.of(name, text.type(), row -> row.values().get(place)));
      }
      if (answer.compared().isPresent()) {
        compared(parts, people, name, text, place);
      }
    }
  }

  private static void compared(
      List<SheetPart> parts, boolean people, String name, MeasureText text, int place) {
    if (people) {
      parts.add(SheetPart.figure("before", row -> text.of(row.previous().get(place))));
      parts.add(
          SheetPart.figure(
              "change %", row -> text.change(row.values().get(place), row.previous().get(place))));
    } else {
      parts.add(SheetPart.of("previous_" + name, text.type(), row -> row.previous().get(place)));
    }
  }

  private void marks(List<SheetPart> parts, boolean people) {
    if (!people) {
      parts.add(SheetPart.of("provisional", "BOOLEAN", Row::provisional));
      parts.add(SheetPart.of("estimated", "BOOLEAN", Row::estimated));
    }
    if (!people && answer.ask().limit().isPresent()) {
      parts.add(SheetPart.of("others", "BIGINT", row -> (long) row.others()));
    }
  }

  private RowText text() {
    return new RowText(answer);
  }

  private List<Column> of(Kind kind) {
    return answer.columns().stream().filter(column -> column.kind() == kind).toList();
  }
}
