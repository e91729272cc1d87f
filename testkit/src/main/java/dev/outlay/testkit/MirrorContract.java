package dev.outlay.testkit;

import static dev.outlay.table.Table.Twins.EQUAL_ONLY;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Position;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every mirror must keep: all that a destination must, filled with rows straight from the API,
 * and to be kept current by changes. An implementer says how to open the place of a test, and how
 * others read it.
 */
public abstract class MirrorContract extends DestinationContract {
  private static final Table ROWS =
      table(
          "rows",
          EQUAL_ONLY,
          key("row_id", TEXT),
          plain("connection", TEXT),
          plain("at", INSTANT),
          plain("value", INTEGER),
          new Column("seen", INTEGER, Column.Role.REMARK, "Moves although the row does not."));
  private static final Table PAIRS =
      table("pairs", EQUAL_ONLY, key("a", TEXT), key("b", INTEGER), plain("value", INTEGER));
  private static final Table KEYLESS =
      table("keyless", EQUAL_ONLY, plain("at", INSTANT), plain("value", INTEGER));
  private static final Scope OURS = Scope.of(new Scope.Equal("connection", "c"));

  /** The place of this test, which is empty at first; asked for again, the same place. */
  protected abstract Mirror mirror() throws Exception;

  /** The rows of the table as somebody else reads them there, cells as {@link Type} says. */
  protected abstract List<List<@Nullable Object>> read(Table table) throws Exception;

  @Override
  protected final Destination open() throws Exception {
    return new Labelled(mirror());
  }

  @Override
  protected final List<List<@Nullable Object>> rows(Destination destination, Table table)
      throws Exception {
    List<List<@Nullable Object>> own = new ArrayList<>();
    read(Labelled.label(table)).forEach(row -> own.add(row.subList(2, row.size())));
    return own;
  }

  @Test
  protected void aChangedRowTakesThePlaceOfTheOneBefore() throws Exception {
    fill(ROWS, OURS, a(1), b(2));
    assertThat(amend(ROWS, List.of(a(7), c(3)), List.of()))
        .isEqualTo(new Changes(2, 1, 1, 0, false));
    assertThat(read(ROWS)).containsExactlyInAnyOrder(a(7), b(2), c(3));
  }

  @Test
  protected void aRowThatIsRemovedGoesAndTheOthersStay() throws Exception {
    fill(ROWS, OURS, a(1), b(2), c(3));
    assertThat(amend(ROWS, List.of(), List.of(b(0)))).isEqualTo(new Changes(0, 0, 0, 1, false));
    assertThat(read(ROWS)).containsExactlyInAnyOrder(a(1), c(3));
  }

  @Test
  protected void theSameChangesTwiceChangeNoRow() throws Exception {
    fill(ROWS, OURS, a(1), b(2));
    amend(ROWS, List.of(a(7), c(3)), List.of(b(0)));
    assertThat(amend(ROWS, List.of(a(7), c(3)), List.of(b(0))))
        .isEqualTo(new Changes(2, 0, 0, 0, false));
    assertThat(read(ROWS)).containsExactlyInAnyOrder(a(7), c(3));
  }

  @Test
  protected void aRowThatIsRemovedAndAddedAtOnceStays() throws Exception {
    fill(ROWS, OURS, a(1));
    amend(ROWS, List.of(a(5)), List.of(a(0)));
    assertThat(read(ROWS)).containsExactly(a(5));
  }

  @Test
  protected void aRemarkAloneIsNoChange() throws Exception {
    fill(ROWS, OURS, a(1));
    List<@Nullable Object> seenLater = row("a", "c", DAY, 1L, 99L);
    assertThat(amend(ROWS, List.of(seenLater), List.of()).changed()).isZero();
    assertThat(fill(ROWS, OURS, seenLater)).isEqualTo(new Changes(1, 0, 0, 0, false));
  }

  @Test
  protected void aRowThatMovesIsThereOnce() throws Exception {
    fill(ROWS, during(0), a(1));
    fill(ROWS, during(3), row("a", "c", DAY.plus(Duration.ofDays(3)), 2L, 0L));
    assertThat(read(ROWS)).containsExactly(row("a", "c", DAY.plus(Duration.ofDays(3)), 2L, 0L));
  }

  @Test
  protected void changesThatAreNotCommittedLeaveAllAsItWas() throws Exception {
    fill(ROWS, OURS, a(1), b(2));
    try (Amendment open = raw().amend(delivery(ROWS, OURS))) {
      open.add(0, batch(ROWS, a(9)));
      open.remove(batch(ROWS, b(0)));
      assertThat(read(ROWS)).containsExactlyInAnyOrder(a(1), b(2));
    }
    assertThat(read(ROWS)).containsExactlyInAnyOrder(a(1), b(2));
  }

  @Test
  protected void whatWasCommittedIsThereForWhoeverOpensItNext() throws Exception {
    fill(ROWS, OURS, a(1), b(2));
    try (Load unfinished = raw().begin(delivery(ROWS, OURS))) {
      unfinished.add(0, batch(ROWS, c(3)));
      try (Mirror next = mirror()) {
        assertThat(next.of("c", SERIES).passed()).contains(new Position("here", 5));
        assertThat(read(ROWS)).containsExactlyInAnyOrder(a(1), b(2));
      }
    }
  }

  /** Whoever hands rows out may do so on a thread of its own. */
  @Test
  protected void rowsMayComeOnOtherThreadsThanTheCommit() throws Exception {
    raw().prepare(List.of(ROWS));
    try (Load load = raw().begin(delivery(ROWS, OURS))) {
      Thread.ofPlatform().start(() -> load.add(0, batch(ROWS, a(1)))).join();
      load.add(0, batch(ROWS, b(2)));
      Thread.ofPlatform().start(() -> load.add(1, batch(ROWS, c(3)))).join();
      assertThat(load.commit(checkpoint()).added()).isEqualTo(3);
    }
    assertThat(read(ROWS)).containsExactlyInAnyOrder(a(1), b(2), c(3));
  }

  @Test
  protected void aPositionIsKeptWithTheChanges() throws Exception {
    fill(ROWS, OURS, a(1));
    try (Amendment open = raw().amend(delivery(ROWS, OURS))) {
      open.add(0, batch(ROWS, a(2)));
      open.commit(Checkpoint.START.at(new Position("here", 8)));
    }
    assertThat(raw().of("c", SERIES).passed()).contains(new Position("here", 8));
    assertThat(raw().of("c", Series.of("others"))).isEqualTo(Checkpoint.START);
    assertThat(raw().connections()).containsExactly("c");
  }

  @Test
  protected void howFarEverythingIsCanBeReadAtOnce() throws Exception {
    assertThat(raw().progress().connections()).isEmpty();
    fill(ROWS, OURS, a(1));
    Progress progress = raw().progress();
    assertThat(progress.of("c", SERIES)).isEqualTo(raw().of("c", SERIES));
    assertThat(progress.of("c", SERIES).passed()).contains(new Position("here", 5));
    assertThat(progress.of("c", Series.of("others"))).isEqualTo(Checkpoint.START);
    assertThat(progress.of("d", SERIES)).isEqualTo(Checkpoint.START);
    assertThat(progress.connections()).containsExactly("c");
  }

  @Test
  protected void changesKnowTheirRowsByAllOfTheirKey() throws Exception {
    fill(PAIRS, Scope.EVERYTHING, row("x", 1L, 1L), row("x", null, 2L), row(null, 1L, 3L));
    amend(PAIRS, List.of(row("x", null, 8L)), List.of(row(null, 1L, null)));
    assertThat(read(PAIRS)).containsExactlyInAnyOrder(row("x", 1L, 1L), row("x", null, 8L));
  }

  @Test
  protected void aTableWithoutAKeyIsFilledWithWhatCame() throws Exception {
    fill(KEYLESS, Scope.EVERYTHING, row(DAY, 1L), row(DAY, 1L), row(NOW, 2L));
    assertThat(read(KEYLESS)).containsExactlyInAnyOrder(row(DAY, 1L), row(DAY, 1L), row(NOW, 2L));
    fill(KEYLESS, Scope.of(day(0).during().orElseThrow()), row(DAY, 5L));
    assertThat(read(KEYLESS)).containsExactlyInAnyOrder(row(DAY, 5L), row(NOW, 2L));
  }

  @Test
  protected void manyChangesFitInBoundedMemory() throws Exception {
    fill(ROWS, OURS, a(1));
    try (Amendment open = raw().amend(delivery(ROWS, OURS))) {
      for (int page = 0; page < 50; page++) {
        List<List<@Nullable Object>> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
          many.add(row("id-" + page + "-" + i, "c", DAY, (long) i, 0L));
        }
        open.add(page, batch(ROWS, many));
      }
      assertThat(open.commit(checkpoint()).added()).isEqualTo(50_000);
    }
    assertThat(read(ROWS)).hasSize(50_001);
  }

  /** The mirror of this test without labels. */
  protected final Mirror raw() {
    return ((Labelled) destination()).mirror();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private Changes fill(Table table, Scope scope, List<@Nullable Object>... rows) {
    raw().prepare(List.of(table));
    try (Load load = raw().begin(delivery(table, scope))) {
      load.add(0, batch(table, List.of(rows)));
      return load.commit(Checkpoint.START.at(new Position("here", 5)));
    }
  }

  private Changes amend(
      Table table, List<List<@Nullable Object>> added, List<List<@Nullable Object>> removed) {
    try (Amendment amendment = raw().amend(delivery(table, OURS))) {
      amendment.add(0, batch(table, added));
      amendment.remove(batch(table, removed));
      return amendment.commit(Checkpoint.START.at(new Position("here", 6)));
    }
  }

  private static Scope during(int day) {
    return Labelled.scope(day(day), "c");
  }

  private static List<@Nullable Object> a(long value) {
    return row("a", "c", DAY, value, 0L);
  }

  private static List<@Nullable Object> b(long value) {
    return row("b", "c", DAY, value, 0L);
  }

  private static List<@Nullable Object> c(long value) {
    return row("c", "c", DAY, value, 0L);
  }
}
