package dev.outlay.cli.output;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Group;
import dev.outlay.ask.Unit;
import dev.outlay.store.ResultSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer about money as a result to print, with shares and changes.
 *
 * @param answer of one measure
 * @param by its dimensions
 * @param currency of its amounts
 */
public record SpendSheet(Answer answer, List<Dimension> by, String currency) {
  private static final MeasureText MONEY = new MeasureText(Unit.CURRENCY);

  /** Prints it in the way that suits the format. */
  public void to(ResultSink sink, Format format) {
    if (format.isForPeople()) {
      Stream<Row> rows = isBrokenDown() ? answer.rows().stream() : Stream.of();
      SheetPart.print(sink, forPeople(), Stream.concat(rows, Stream.of(text().total())));
    } else {
      SheetPart.print(sink, forMachines(), answer.rows().stream().filter(row -> row.others() == 0));
    }
  }

  private boolean isBrokenDown() {
    return !by.isEmpty() || answer.ask().grain().isPresent();
  }

  private List<SheetPart> forPeople() {
    List<SheetPart> parts = new ArrayList<>();
    answer.ask().grain().ifPresent(grain -> parts.add(SheetPart.text(grain.name(), text()::time)));
    for (int i = 0; i < by.size(); i++) {
      named(parts, i, by.get(i));
    }
    parts.add(SheetPart.figure("amount " + currency, this::amountText));
    parts.add(SheetPart.figure("share %", row -> Rounded.PERCENT.orNull(share(row))));
    if (answer.compared().isPresent()) {
      parts.add(SheetPart.figure("previous " + currency, row -> MONEY.of(previous(row))));
      parts.add(
          SheetPart.figure(
              "change " + currency, row -> MONEY.difference(amount(row), previous(row))));
      parts.add(SheetPart.figure("change %", row -> MONEY.change(amount(row), previous(row))));
    }
    return parts;
  }

  private void named(List<SheetPart> parts, int place, Dimension dimension) {
    String name = dimension.name().replace('_', ' ');
    parts.add(SheetPart.text(name, row -> text().name(row, place)));
    if (dimension.naming().isKept()) {
      parts.add(SheetPart.text(name + " id", row -> row.groups().isEmpty() ? "" : id(row, place)));
    }
  }

  private String amountText(Row row) {
    return MONEY.of(amount(row), text().mark(row));
  }

  private List<SheetPart> forMachines() {
    String unit = currency.toLowerCase(Locale.ROOT);
    List<SheetPart> parts = new ArrayList<>();
    answer
        .ask()
        .grain()
        .ifPresent(grain -> parts.add(SheetPart.of(grain.name(), "DATE", this::day)));
    for (int i = 0; i < by.size(); i++) {
      plain(parts, i, by.get(i));
    }
    parts.add(money("amount_" + unit, SpendSheet::amount));
    parts.add(percent("share_percent", this::share));
    if (answer.compared().isPresent()) {
      parts.add(money("previous_" + unit, SpendSheet::previous));
      parts.add(money("change_" + unit, row -> MeasureText.minus(amount(row), previous(row))));
      parts.add(
          percent(
              "change_percent",
              row ->
                  MeasureText.percent(
                      MeasureText.minus(amount(row), previous(row)), previous(row))));
    }
    parts.add(SheetPart.of("provisional", "BOOLEAN", Row::provisional));
    parts.add(SheetPart.of("estimated", "BOOLEAN", Row::estimated));
    return parts;
  }

  private @Nullable Object day(Row row) {
    return row.time().map(time -> time.atZone(answer.period().zone()).toLocalDate()).orElse(null);
  }

  /** The id as it is stored, and the name where it has one of its own. */
  private void plain(List<SheetPart> parts, int place, Dimension dimension) {
    boolean kept = dimension.naming().isKept();
    parts.add(SheetPart.text(dimension.name() + (kept ? "_id" : ""), row -> id(row, place)));
    if (kept) {
      parts.add(SheetPart.text(dimension.name(), row -> text().name(row, place)));
    }
  }

  private @Nullable BigDecimal share(Row row) {
    return MeasureText.percent(amount(row), amount(text().total()));
  }

  private RowText text() {
    return new RowText(answer);
  }

  private static @Nullable String id(Row row, int place) {
    return RowText.group(row, place).map(Group::id).orElse(null);
  }

  private static @Nullable Number amount(Row row) {
    return row.values().getFirst();
  }

  private static @Nullable Number previous(Row row) {
    return row.previous().getFirst();
  }

  private static SheetPart money(String name, Function<Row, @Nullable Object> cell) {
    return SheetPart.of(name, "DECIMAL(38,20)", cell);
  }

  private static SheetPart percent(String name, Function<Row, @Nullable Object> cell) {
    return SheetPart.of(name, "DECIMAL(38,6)", cell);
  }
}
