package dev.outlay.destination;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.Unreadable;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labels of one load. Remembers a short text for each row, to number twins. */
final class Labels {
  private static final class Seen {
    private final String values;
    private int times;

    Seen(String values) {
      this.values = values;
    }
  }

  private final Delivery delivery;
  private final Map<String, Seen> seen = new HashMap<>();
  private final TreeMap<Integer, List<String>> pages = new TreeMap<>();

  Labels(Delivery delivery) {
    this.delivery = delivery;
  }

  /** The row with its labels before it. */
  @Nullable Object[] before(int page, Table table, @Nullable Object[] row) {
    String key = key(table, row);
    Seen twins = seen.computeIfAbsent(key, _ -> new Seen(values(table, row)));
    check(twins, table, row);
    pages.computeIfAbsent(page, _ -> new ArrayList<>()).add(key);
    @Nullable Object[] labelled = new @Nullable Object[row.length + 2];
    labelled[0] = twins.times == 0 ? key : Identity.of(Stream.of(key, "#" + twins.times));
    labelled[1] = delivery.connection();
    System.arraycopy(row, 0, labelled, 2, row.length);
    twins.times++;
    return labelled;
  }

  void discard(int page) {
    pages.tailMap(page, true).values().stream().flatMap(List::stream).forEach(this::forget);
    pages.tailMap(page, true).clear();
  }

  private void forget(String key) {
    seen.computeIfPresent(key, (_, twins) -> --twins.times == 0 ? null : twins);
  }

  private void check(Seen twins, Table table, @Nullable Object[] row) {
    if (table.twins() == Table.Twins.EQUAL_ONLY
        && twins.times > 0
        && !twins.values.equals(values(table, row))) {
      throw new Unreadable(
          Attempt.to("comparing the answer", delivery.connection(), delivery.series().toString()),
          table.name() + " " + shownKey(table, row),
          "two rows with one identity and different values");
    }
  }

  /** Tables share a load, and may have equal keys. */
  private String key(Table table, @Nullable Object[] row) {
    List<Column> key = table.key().isEmpty() ? table.columns() : table.key();
    return Identity.of(
        Stream.concat(
            Stream.of(delivery.connection(), "|", table.name()),
            key.stream().map(column -> Identity.told(row[table.indexOf(column.name())]))));
  }

  private static String values(Table table, @Nullable Object[] row) {
    return Identity.of(
        IntStream.range(0, row.length)
            .filter(i -> table.columns().get(i).role() != Column.Role.REMARK)
            .mapToObj(i -> Identity.told(row[i])));
  }

  private static List<String> shownKey(Table table, @Nullable Object[] row) {
    return table.key().stream()
        .map(column -> String.valueOf(row[table.indexOf(column.name())]))
        .toList();
  }
}
