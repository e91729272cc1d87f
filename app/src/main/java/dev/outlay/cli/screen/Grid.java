package dev.outlay.cli.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells in columns; a cell that begins with a digit or a sign of money stands right. */
public final class Grid {
  private static final String GAP = "  ";
  private final List<List<String>> lines = new ArrayList<>();

  public Grid line(String... cells) {
    lines.add(List.copyOf(Arrays.asList(cells)));
    return this;
  }

  /** The lines, each column as wide as its widest cell. */
  public List<String> lines() {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    boolean[] right = new boolean[columns];
    IntStream.range(0, columns).forEach(i -> right[i] = isFigures(i));
    return lines.stream().map(line -> text(line, widths, right)).toList();
  }

  private static String text(List<String> line, int[] widths, boolean[] right) {
    return IntStream.range(0, line.size())
        .mapToObj(i -> padded(line.get(i), widths[i], right[i]))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - cell.length());
    return right ? space + cell : cell + space;
  }

  private int width(int column) {
    return lines.stream()
        .filter(line -> line.size() > column)
        .mapToInt(line -> line.get(column).length())
        .max()
        .orElse(0);
  }

  /** The first line may be a heading. */
  private boolean isFigures(int column) {
    return lines.stream()
        .skip(1)
        .filter(line -> line.size() > column)
        .map(line -> line.get(column))
        .allMatch(cell -> cell.isEmpty() || cell.matches("[-+$]?[0-9][^a-zA-Z]*|[–—-]"));
  }
}
