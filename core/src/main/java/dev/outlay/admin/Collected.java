package dev.outlay.admin;

import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Passes an answer on and remembers the texts of one of its columns. */
final class Collected implements Intake {
  private final String column;
  private final Intake intake;
  private final boolean passOn;
  private final TreeMap<Integer, Set<String>> byPage = new TreeMap<>();

  private Collected(String column, Intake intake, boolean passOn) {
    this.column = column;
    this.intake = intake;
    this.passOn = passOn;
  }

  static Collected of(String column, Intake intake) {
    return new Collected(column, intake, true);
  }

  /** Remembers only; of the answer itself nothing but the requests is passed on. */
  static Collected only(String column, Intake intake) {
    return new Collected(column, intake, false);
  }

  Set<String> values() {
    Set<String> values = new TreeSet<>();
    byPage.values().forEach(values::addAll);
    return values;
  }

  /** How many pages came. */
  int pages() {
    return byPage.isEmpty() ? 0 : byPage.lastKey() + 1;
  }

  @Override
  public void rows(int page, Rows rows) {
    int index = rows.table().indexOf(column);
    Set<String> values = byPage.computeIfAbsent(page, _ -> new TreeSet<>());
    rows.cells().forEach(cells -> add(values, cells[index]));
    if (passOn) {
      intake.rows(page, rows);
    }
  }

  private static void add(Set<String> values, @Nullable Object cell) {
    if (cell instanceof String text) {
      values.add(text);
    }
  }

  @Override
  public void discard(int page) {
    byPage.tailMap(page, true).clear();
    if (passOn) {
      intake.discard(page);
    }
  }

  @Override
  public void requested() {
    intake.requested();
  }

  @Override
  public void paged() {
    intake.paged();
  }

  @Override
  public void unknown(List<String> fields) {
    if (passOn) {
      intake.unknown(fields);
    }
  }
}
