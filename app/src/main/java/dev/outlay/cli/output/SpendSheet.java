package dev.outlay.cli.output;

import dev.outlay.ask.spend.Dimension;
import dev.outlay.ask.spend.SpendAnswer;
import dev.outlay.store.ResultSink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
  /** Prints it in the way that suits the format. */
  public void to(ResultSink sink, Format format) {
    if (format.isForPeople()) {
      forPeople(sink);
    } else {
      List<SheetColumn> columns = machineColumns();
      head(sink, columns);
      answer.rows().forEach(row -> line(sink, columns, SheetLine.of(row)));
    }
  }

  private void forPeople(ResultSink sink) {
    List<SheetColumn> columns = peopleColumns();
    head(sink, columns);
    if (!answer.ask().by().isEmpty() || answer.ask().grain().isPresent()) {
      byBucket().forEach(line -> line(sink, columns, line));
    }
    // With days missing, a total is only known to be at least this.
    line(sink, columns, new SheetLine(answer.total(), Optional.of("Total"), !answer.isWhole()));
  }

  /** Under the groups of a bucket, what the rest of it came to. */
  private Stream<SheetLine> byBucket() {
    Optional<String> others = Optional.of("Others (" + answer.othersCount() + ")");
    return Stream.concat(
            answer.rows().stream().map(SheetLine::of),
            answer.others().stream().map(row -> new SheetLine(row, others, false)))
        .sorted(Comparator.comparing(line -> line.row().bucket().orElse(LocalDate.MIN)));
  }

  private List<SheetColumn> machineColumns() {
    String unit = currency().toLowerCase(Locale.ROOT);
    Stream<SheetColumn> figures =
        Stream.of(
            money("amount_" + unit, line -> Optional.of(line.amount())),
            percent("share_percent", this::share));
    Stream<SheetColumn> compared =
        Stream.of(
            money("previous_" + unit, line -> line.row().previous()),
            money("change_" + unit, line -> line.row().change()),
            percent("change_percent", line -> line.row().changePercent()));
    return Stream.of(bucketDay(), groups(true), figures, ifCompared(compared))
        .flatMap(Function.identity())
        .toList();
  }

  private List<SheetColumn> peopleColumns() {
    Stream<SheetColumn> figures =
        Stream.of(
            SheetColumn.figure("amount " + currency(), line -> Optional.of(line.amountText())),
            SheetColumn.figure("share %", line -> share(line).map(Rounded.PERCENT::of)));
    Stream<SheetColumn> compared =
        Stream.of(
            SheetColumn.figure("previous " + currency(), line -> Optional.of(line.previousText())),
            SheetColumn.figure("change " + currency(), line -> Optional.of(line.changeText())),
            SheetColumn.figure("change %", line -> Optional.of(line.changePercentText())));
    return Stream.of(bucketText(), groups(false), figures, ifCompared(compared))
        .flatMap(Function.identity())
        .toList();
  }

  private Optional<BigDecimal> share(SheetLine line) {
    return line.row().share(answer.total().amount());
  }

  private Stream<SheetColumn> bucketDay() {
    return answer.ask().grain().stream()
        .map(grain -> SheetColumn.of(grain.toString(), "DATE", line -> line.row().bucket()));
  }

  private Stream<SheetColumn> bucketText() {
    return answer.ask().grain().stream()
        .map(grain -> SheetColumn.text(grain.toString(), line -> Optional.of(line.bucketText())));
  }

  private Stream<SheetColumn> groups(boolean machine) {
    List<Dimension> by = answer.ask().by();
    return IntStream.range(0, by.size())
        .boxed()
        .flatMap(i -> machine ? plain(i, by.get(i)) : named(i, by.get(i)));
  }

  /** The id as it is stored, and the name where it has one of its own. */
  private static Stream<SheetColumn> plain(int i, Dimension dimension) {
    SheetColumn id = SheetColumn.text(dimension.column(), line -> line.id(i));
    SheetColumn name = SheetColumn.text(dimension.toString(), line -> line.name(i));
    return dimension.isNamed() ? Stream.of(id, name) : Stream.of(id);
  }

  private Stream<SheetColumn> named(int i, Dimension dimension) {
    boolean first = i == 0;
    boolean dated = answer.ask().grain().isPresent();
    SheetColumn name =
        SheetColumn.text(
            dimension.toString().replace('_', ' '),
            line -> line.name(i).or(() -> Optional.of(first ? line.labelBeside(dated) : "")));
    SheetColumn id =
        SheetColumn.text(
            dimension.column().replace('_', ' '),
            line -> line.label().isPresent() ? Optional.of("") : line.id(i));
    return dimension.isNamed() ? Stream.of(name, id) : Stream.of(name);
  }

  private Stream<SheetColumn> ifCompared(Stream<SheetColumn> columns) {
    return answer.ask().compare() ? columns : Stream.empty();
  }

  private String currency() {
    return answer.ask().currency();
  }

  private static SheetColumn money(String name, Function<SheetLine, Optional<?>> cell) {
    return SheetColumn.of(name, "DECIMAL(38,20)", cell);
  }

  private static SheetColumn percent(String name, Function<SheetLine, Optional<?>> cell) {
    return SheetColumn.of(name, "DECIMAL(38,6)", cell);
  }

  private static void head(ResultSink sink, List<SheetColumn> columns) {
    sink.columns(columns.stream().map(SheetColumn::head).toList());
  }

  private static void line(ResultSink sink, List<SheetColumn> columns, SheetLine line) {
    @Nullable Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).cell().apply(line).orElse(null);
    }
    sink.row(cells);
  }
}
