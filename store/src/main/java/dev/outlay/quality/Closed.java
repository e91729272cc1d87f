package dev.outlay.quality;

import dev.outlay.store.Line;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a table in the order in which its versions are read: row id, time of the change,
 * connection, time of the row, then every column as text.
 */
record Closed(Table table, Names names) {
  private static final int FIRST = 4;
  private static final List<String> TIMES = List.of("bucket_start", "date");
  private static final List<String> CALLED = List.of("name", "display_name");

  /** What says nothing to people: it follows from the rest, or is said otherwise. */
  private static final Set<String> SILENT =
      Set.of("grouped_by", "bucket_end", "currency", "type", "group_type");

  String columns(String change) {
    List<String> columns = new ArrayList<>(List.of("row_id", change, "connection", time()));
    table.columns().forEach(column -> columns.add(column.name() + "::VARCHAR"));
    return String.join(", ", columns);
  }

  private String time() {
    return TIMES.stream()
        .filter(this::has)
        .findFirst()
        .map(name -> name.equals("date") ? "make_timestamptz(epoch_us(date::TIMESTAMP))" : name)
        .orElse("NULL::TIMESTAMPTZ");
  }

  private boolean has(String name) {
    return table.columns().stream().anyMatch(column -> column.name().equals(name));
  }

  /** What changed; nothing where only remarks did. */
  List<Revision> revisions(Line before, Optional<Line> after) {
    return after
        .map(later ->
            compared()
                .filter(i -> !before.text(i).equals(later.text(i)))
                .map(i -> changed(before, later, i))
                .toList())
        .orElseGet(() ->
            List.of(
                new Revision(
                    change(before),
                    before.name(2),
                    table.name(),
                    what(before),
                    before.instant(3),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true)));
  }

  private Revision changed(Line before, Line after, int i) {
    return new Revision(
        change(before),
        before.name(2),
        table.name(),
        what(after),
        after.instant(3),
        Optional.of(column(i).name()),
        before.text(i).map(text -> plain(text, i)),
        after.text(i).map(text -> plain(text, i)),
        false);
  }

  private static Instant change(Line line) {
    return line.instant(1).orElseThrow();
  }

  /** Cents are left out where the same is there in dollars. */
  private Stream<Integer> compared() {
    boolean dollars = has("amount_usd");
    return Stream.iterate(FIRST, i -> i < FIRST + table.columns().size(), i -> i + 1)
        .filter(i -> column(i).role() == Column.Role.VALUE)
        .filter(i -> !(dollars && column(i).name().equals("amount_cents")));
  }

  /** Its name, or else the parts of its key. */
  private String what(Line line) {
    Stream<Integer> all =
        Stream.iterate(FIRST, i -> i < FIRST + table.columns().size(), i -> i + 1);
    List<String> words =
        all.filter(i -> speaks(column(i)))
            .flatMap(i -> line.text(i).map(names::of).stream())
            .distinct()
            .toList();
    return String.join(" · ", words);
  }

  private boolean speaks(Column column) {
    boolean named = CALLED.stream().anyMatch(this::has);
    return CALLED.contains(column.name())
        || (column.key()
            && !SILENT.contains(column.name())
            && !TIMES.contains(column.name())
            && !(named
                && (column.name().equals("id")
                    || column.name().endsWith("group_id")
                    || column.name().equals("limit_id"))));
  }

  private Column column(int i) {
    return table.columns().get(i - FIRST);
  }

  /** Kept decimals have all their places; people need those that say something. */
  private String plain(String text, int i) {
    return column(i).type() instanceof Type.Decimal
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : names.of(text);
  }
}
