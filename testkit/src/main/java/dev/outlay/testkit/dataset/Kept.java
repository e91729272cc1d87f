package dev.outlay.testkit.dataset;

import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of an answer page by page and forgets them when it is told to. */
public final class Kept implements Intake {
  private final TreeMap<Integer, List<Rows>> pages = new TreeMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private int requests;
  private int wholePages;

  @Override
  public void rows(int page, Rows rows) {
    pages.computeIfAbsent(page, _ -> new ArrayList<>()).add(rows);
  }

  @Override
  public void discard(int page) {
    pages.tailMap(page, true).clear();
  }

  @Override
  public void requested() {
    requests++;
  }

  @Override
  public void paged() {
    wholePages++;
  }

  @Override
  public void unknown(List<String> fields) {
    unknown.addAll(fields);
  }

  /** Names of fields that have no column. */
  public Set<String> unknown() {
    return unknown;
  }

  public int requests() {
    return requests;
  }

  public int pages() {
    return wholePages;
  }

  /** The rows of a table, in the order they came. */
  public List<List<@Nullable Object>> rows(Table table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    pages.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.table().name().equals(table.name()))
        .forEach(each -> each.cells().forEach(cells -> rows.add(Arrays.asList(cells))));
    return rows;
  }

  /** The rows of a table as CSV; null is nothing, an empty text is {@code ""}. */
  public String csv(Table table) {
    StringBuilder csv = new StringBuilder();
    csv.append(table.columns().stream().map(c -> c.name()).collect(Collectors.joining(",")));
    for (List<@Nullable Object> row : rows(table)) {
      csv.append('\n').append(row.stream().map(Kept::cell).collect(Collectors.joining(",")));
    }
    return csv.append('\n').toString();
  }

  private static String cell(@Nullable Object cell) {
    String text =
        switch (cell) {
          case null -> "";
          case BigDecimal number -> number.toPlainString();
          default -> cell.toString();
        };
    boolean plain = cell == null || (!text.isEmpty() && text.chars().noneMatch(Kept::special));
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean special(int c) {
    return c == ',' || c == '"' || c == '\n' || c == '\r';
  }
}
