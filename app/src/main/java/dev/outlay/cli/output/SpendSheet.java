package dev.outlay.cli.output;

import dev.outlay.ask.Dimension;
import dev.outlay.ask.Grain;
import dev.outlay.ask.Group;
import dev.outlay.ask.SpendAnswer;
import dev.outlay.ask.SpendRow;
import dev.outlay.store.ResultSink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer about spend as a result to print: rounded and summed for people, plain for machines.
 */
public record SpendSheet(SpendAnswer answer) {
  private static final String UNKNOWN = "unknown";

  /** Prints it in the way that suits the format. */
  public void to(ResultSink sink, Format format) {
    if (format.isForPeople()) {
      forPeople(sink);
    } else {
      List<SheetColumn> columns = machineColumns();
      head(sink, columns);
      answer.rows().forEach(row -> line(sink, columns, row));
    }
  }

  private void forPeople(ResultSink sink) {
    List<SheetColumn> columns = peopleColumns();
    head(sink, columns);
    if (!answer.ask().by().isEmpty() || answer.ask().grain().isPresent()) {
      answer.rows().forEach(row -> line(sink, columns, row));
      answer.others().forEach(row -> line(sink, columns, row));
    }
    line(sink, columns, answer.total());
  }

  private List<SheetColumn> machineColumns() {
    String unit = currency().toLowerCase(Locale.ROOT);
    Stream<SheetColumn> figures =
        Stream.of(
            money("amount_" + unit, row -> Optional.of(row.amount())),
            percent("share_percent", row -> row.share(answer.total().amount())));
    Stream<SheetColumn> compared =
        Stream.of(
            money("previous_" + unit, SpendRow::previous),
            money("change_" + unit, SpendRow::change),
            percent("change_percent", SpendRow::changePercent));
    return Stream.of(bucketDay(), groups(true), figures, ifCompared(compared))
        .flatMap(Function.identity())
        .toList();
  }

  private List<SheetColumn> peopleColumns() {
    Stream<SheetColumn> figures =
        Stream.of(
            SheetColumn.figure("amount " + currency(), this::amount),
            SheetColumn.figure(
                "share %", row -> row.share(answer.total().amount()).map(Rounded.PERCENT::of)));
    Stream<SheetColumn> compared =
        Stream.of(
            SheetColumn.figure(
                "previous " + currency(),
                row -> Optional.of(row.previous().map(Rounded.MONEY::of).orElse(UNKNOWN))),
            SheetColumn.figure(
                "change " + currency(),
                row -> Optional.of(row.change().map(Rounded.MONEY::signed).orElse(UNKNOWN))),
            SheetColumn.figure("change %", row -> Optional.of(changePercent(row))));
    return Stream.of(bucketText(), groups(false), figures, ifCompared(compared))
        .flatMap(Function.identity())
        .toList();
  }

  /** A total with days missing is only known to be at least this. */
  private Optional<String> amount(SpendRow row) {
    String text = Rounded.MONEY.of(row.amount());
    return Optional.of(row == answer.total() && !answer.isWhole() ? "≥ " + text : text);
  }

  private static String changePercent(SpendRow row) {
    return row.changePercent()
        .map(Rounded.PERCENT::signed)
        .orElse(row.previous().isEmpty() ? UNKNOWN : row.amount().signum() == 0 ? "0.0" : "new");
  }

  private Stream<SheetColumn> bucketDay() {
    return answer.ask().grain().stream()
        .map(grain -> SheetColumn.of(grain.toString(), "DATE", SpendRow::bucket));
  }

  private Stream<SheetColumn> bucketText() {
    return answer.ask().grain().stream()
        .map(Grain::toString)
        .map(name ->
            SheetColumn.text(name, row -> row.bucket().map(Object::toString).or(() -> label(row))));
  }

  private Stream<SheetColumn> groups(boolean machine) {
    List<Dimension> by = answer.ask().by();
    return IntStream.range(0, by.size())
        .boxed()
        .flatMap(i -> machine ? plain(i, by.get(i)) : named(i, by.get(i)));
  }

  /** The id as it is stored, and the name where it has one of its own. */
  private static Stream<SheetColumn> plain(int i, Dimension dimension) {
    SheetColumn id = SheetColumn.text(dimension.column(), row -> id(row, i));
    SheetColumn name = SheetColumn.text(dimension.toString(), row -> name(row, i));
    return dimension.isNamed() ? Stream.of(id, name) : Stream.of(id);
  }

  private Stream<SheetColumn> named(int i, Dimension dimension) {
    SheetColumn name =
        SheetColumn.text(
            dimension.toString().replace('_', ' '),
            row -> name(row, i).or(() -> i == 0 ? label(row) : Optional.of("")));
    SheetColumn id =
        SheetColumn.text(
            dimension.column().replace('_', ' '),
            row -> row.groups().isEmpty() ? Optional.of("") : id(row, i));
    return dimension.isNamed() ? Stream.of(name, id) : Stream.of(name);
  }

  private Optional<String> label(SpendRow row) {
    return Optional.of(row == answer.total() ? "Total" : "Others (" + answer.othersCount() + ")");
  }

  private static Optional<String> id(SpendRow row, int i) {
    return row.groups().stream()
        .skip(i)
        .findFirst()
        .flatMap(group -> Optional.ofNullable(group.id()));
  }

  private static Optional<String> name(SpendRow row, int i) {
    return row.groups().stream().skip(i).findFirst().map(Group::name);
  }

  private Stream<SheetColumn> ifCompared(Stream<SheetColumn> columns) {
    return answer.ask().compare() ? columns : Stream.empty();
  }

  private String currency() {
    return answer.ask().currency();
  }

  private static SheetColumn money(String name, Function<SpendRow, Optional<?>> cell) {
    return SheetColumn.of(name, "DECIMAL(38,20)", cell);
  }

  private static SheetColumn percent(String name, Function<SpendRow, Optional<?>> cell) {
    return SheetColumn.of(name, "DECIMAL(38,6)", cell);
  }

  private static void head(ResultSink sink, List<SheetColumn> columns) {
    sink.columns(columns.stream().map(SheetColumn::head).toList());
  }

  private static void line(ResultSink sink, List<SheetColumn> columns, SpendRow row) {
    @Nullable Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).cell().apply(row).orElse(null);
    }
    sink.row(cells);
  }
}
