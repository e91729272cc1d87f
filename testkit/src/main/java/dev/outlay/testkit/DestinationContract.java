package dev.outlay.testkit;

import static dev.outlay.table.Table.Twins.EQUAL_ONLY;
import static dev.outlay.table.Table.Twins.NUMBERED;
import static dev.outlay.table.Type.Plain.BOOLEAN;
import static dev.outlay.table.Type.Plain.DATE;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.failure.Failure.Unreadable;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every destination must keep. An implementer says how to get one and how to read it back. */
public abstract class DestinationContract {
  protected static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  protected static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  protected static final Series SERIES = Series.of("items");
  protected static final Table ITEMS =
      table("items", EQUAL_ONLY, key("at", INSTANT), key("id", TEXT), plain("value", INTEGER));
  private static final Table NUMBERS =
      table("numbers", NUMBERED, key("id", TEXT), plain("value", INTEGER));

  private @Nullable Destination opened;

  /** A destination that keeps nothing yet. */
  protected abstract Destination open() throws Exception;

  /** The name it gives itself in failures. */
  protected abstract String name();

  /** The rows of the table that are known now, in any order, cells as {@link Type} says. */
  protected abstract List<List<@Nullable Object>> rows(Destination destination, Table table)
      throws Exception;

  @BeforeEach
  final void openOne() throws Exception {
    opened = open();
  }

  @AfterEach
  final void closeIt() {
    destination().close();
  }

  /** The destination of this test. */
  protected final Destination destination() {
    if (opened == null) {
      throw new IllegalStateException("not opened");
    }
    return opened;
  }

  @Test
  protected void preparingTwiceChangesNothing() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    prepare(ITEMS);
    assertThat(rows(ITEMS)).containsExactly(item(0, "a", 1));
  }

  @Test
  protected void aColumnAddedLaterIsEmptyInOldRows() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    Table wider =
        table(
            "items",
            EQUAL_ONLY,
            key("at", INSTANT),
            key("id", TEXT),
            plain("note", TEXT),
            plain("value", INTEGER));
    prepare(wider);
    load(wider, day(1), row(DAY.plus(Duration.ofDays(1)), "b", "new", 2L));
    assertThat(rows(wider))
        .containsExactlyInAnyOrder(
            row(DAY, "a", null, 1L), row(DAY.plus(Duration.ofDays(1)), "b", "new", 2L));
  }

  @Test
  protected void aColumnOfAnotherTypeIsRefusedByName() {
    prepare(ITEMS);
    Table other =
        table("items", EQUAL_ONLY, key("at", INSTANT), key("id", TEXT), plain("value", TEXT));
    assertThatThrownBy(() -> prepare(other))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(name())
        .hasMessageContaining("value")
        .hasMessageContaining("items");
  }

  @Test
  protected void anEmptyLoadClearsItsScope() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2));
    assertThat(load(ITEMS, day(0)).closed()).isEqualTo(2);
    assertThat(rows(ITEMS)).isEmpty();
  }

  @Test
  protected void theSameLoadTwiceChangesNoRow() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2));
    Changes again = load(ITEMS, day(0), item(0, "b", 2), item(0, "a", 1));
    assertThat(again).isEqualTo(new Changes(2, 0, 0, 0, false));
    assertThat(rows(ITEMS)).containsExactlyInAnyOrder(item(0, "a", 1), item(0, "b", 2));
  }

  @Test
  protected void whatDiffersIsCounted() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2), item(0, "c", 3));
    Changes changes = load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 7), item(0, "d", 4));
    assertThat(changes).isEqualTo(new Changes(3, 1, 1, 1, false));
    assertThat(rows(ITEMS))
        .containsExactlyInAnyOrder(item(0, "a", 1), item(0, "b", 7), item(0, "d", 4));
  }

  @Test
  protected void rowsOutsideTheSpanAreUntouched() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    load(ITEMS, day(1), item(1, "a", 1));
    load(ITEMS, day(1), item(1, "b", 1));
    assertThat(rows(ITEMS)).containsExactlyInAnyOrder(item(0, "a", 1), item(1, "b", 1));
  }

  @Test
  protected void rowsOfAnotherConnectionAreUntouched() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    Delivery other = new Delivery("another", SERIES, List.of(ITEMS), day(0), DAY, NOW);
    commit(other, ITEMS, item(0, "z", 9));
    load(ITEMS, day(0));
    assertThat(rows(ITEMS)).containsExactly(item(0, "z", 9));
  }

  @Test
  protected void everythingReplacesEverything() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    load(ITEMS, day(3), item(3, "b", 1));
    load(ITEMS, Scope.EVERYTHING, item(2, "c", 1));
    assertThat(rows(ITEMS)).containsExactly(item(2, "c", 1));
  }

  @Test
  protected void theOtherConditionsLimitAScopeToo() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 1), item(0, "c", 1));
    load(ITEMS, Scope.of(new Scope.Equal("id", "a")), item(0, "a", 2));
    load(ITEMS, Scope.of(new Scope.Among("id", java.util.Set.of("b"))));
    load(ITEMS, Scope.of(new Scope.Except("id", java.util.Set.of("a", "b"))), item(0, "c", 5));
    assertThat(rows(ITEMS)).containsExactlyInAnyOrder(item(0, "a", 2), item(0, "c", 5));
  }

  @Test
  protected void closingWithoutCommitLeavesAllAsItWas() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    for (Scope scope : List.of(day(0), day(5))) {
      try (Load load = begin(ITEMS, scope)) {
        load.add(0, batch(ITEMS, item(0, "z", 9)));
      }
    }
    assertThat(rows(ITEMS)).containsExactly(item(0, "a", 1));
  }

  @Test
  protected void aDiscardedPageIsForgotten() throws Exception {
    prepare(ITEMS);
    for (int round = 0; round < 2; round++) {
      try (Load load = begin(ITEMS, day(0))) {
        load.add(0, batch(ITEMS, item(0, "a", 1)));
        load.add(1, batch(ITEMS, item(0, "b", 1), item(0, "c", 1)));
        load.add(2, batch(ITEMS, item(0, "d", 1)));
        load.discard(1);
        load.add(1, batch(ITEMS, item(0, "b", 2 + round)));
        assertThat(load.commit(checkpoint()).read()).isEqualTo(2);
      }
    }
    assertThat(rows(ITEMS)).containsExactlyInAnyOrder(item(0, "a", 1), item(0, "b", 3));
  }

  @Test
  protected void everyKindOfCellComesBackAsItWas() throws Exception {
    Table all =
        table(
            "Select",
            EQUAL_ONLY,
            key("order", INTEGER),
            plain("Group By", TEXT),
            plain("fromJson", JSON),
            plain("long", INTEGER),
            plain("yes", BOOLEAN),
            plain("at", INSTANT),
            plain("day", DATE),
            plain("amount", Type.CENTS),
            plain("usd", Type.USD));
    prepare(all);
    List<List<@Nullable Object>> wanted =
        List.of(
            row(0L, null, null, null, null, null, null, null, null),
            row(
                1L,
                "",
                "{}",
                Long.MAX_VALUE,
                true,
                NOW.plusNanos(1000),
                LocalDate.of(2024, 2, 29),
                decimal("0"),
                decimal("-1.5")),
            row(
                2L,
                "it's \"quoted\"\r\n\t\\ \u0001 🎈 ê",
                "{\"a\":[1,\"🎈\"]}",
                Long.MIN_VALUE,
                false,
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                LocalDate.of(1969, 1, 1),
                decimal("-99999999999999999999.999999999999999999"),
                decimal("0.00000000000000000001")),
            row(
                3L,
                "x".repeat(65_536),
                null,
                0L,
                null,
                NOW,
                null,
                decimal("99999999999999999999.999999999999999999"),
                decimal("999999999999999999.99999999999999999999")));
    load(all, Scope.EVERYTHING, wanted);
    assertThat(plain(rows(all))).containsExactlyInAnyOrderElementsOf(plain(wanted));
    assertThat(load(all, Scope.EVERYTHING, wanted)).isEqualTo(new Changes(4, 0, 0, 0, false));
  }

  @Test
  protected void nullsInKeysAreOrdinaryValues() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), row(DAY, null, 1L), row(DAY, "", 2L));
    Changes changes = load(ITEMS, day(0), row(DAY, null, 1L), row(DAY, "", 3L));
    assertThat(changes).isEqualTo(new Changes(2, 0, 1, 0, false));
  }

  @Test
  protected void aHundredThousandRowsFitInBoundedMemory() throws Exception {
    prepare(ITEMS);
    try (Load load = begin(ITEMS, day(0))) {
      for (int page = 0; page < 100; page++) {
        List<@Nullable Object[]> cells = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
          cells.add(new @Nullable Object[] {DAY.plusSeconds(page), "id-" + i, (long) i});
        }
        load.add(page, new Rows(ITEMS, cells));
      }
      assertThat(load.commit(checkpoint()).added()).isEqualTo(100_000);
    }
    assertThat(rows(ITEMS)).hasSize(100_000);
  }

  @Test
  protected void twoTablesOfOneLoadChangeTogether() throws Exception {
    Table side = table("sides", EQUAL_ONLY, key("at", INSTANT), key("tool", TEXT));
    prepare(ITEMS, side);
    Delivery both = new Delivery("c", SERIES, List.of(ITEMS, side), day(0), DAY, NOW);
    try (Load load = destination().begin(both)) {
      load.add(0, batch(ITEMS, item(0, "a", 1)));
      load.add(0, batch(side, row(DAY, "edit"), row(DAY, "write")));
      assertThat(load.commit(checkpoint()).added()).isEqualTo(3);
    }
    assertThat(rows(ITEMS)).hasSize(1);
    assertThat(rows(side)).hasSize(2);
  }

  @Test
  protected void twoLoadsMayBeOpenAtOnce() throws Exception {
    prepare(ITEMS);
    try (Load one = begin(ITEMS, day(0));
        Load two = begin(ITEMS, day(1))) {
      one.add(0, batch(ITEMS, item(0, "a", 1)));
      two.add(0, batch(ITEMS, item(1, "b", 2)));
      one.add(1, batch(ITEMS, item(0, "c", 3)));
      two.commit(checkpoint());
      one.commit(checkpoint());
    }
    assertThat(rows(ITEMS))
        .containsExactlyInAnyOrder(item(0, "a", 1), item(1, "b", 2), item(0, "c", 3));
  }

  @Test
  protected void theLastOfTwoLoadsOfOneScopeStands() throws Exception {
    prepare(ITEMS);
    try (Load one = begin(ITEMS, day(0));
        Load two = begin(ITEMS, day(0))) {
      one.add(0, batch(ITEMS, item(0, "a", 1), item(0, "b", 1)));
      two.add(0, batch(ITEMS, item(0, "b", 2)));
      two.commit(checkpoint());
      assertThat(one.commit(checkpoint())).isEqualTo(new Changes(2, 1, 1, 0, false));
    }
    assertThat(rows(ITEMS)).containsExactlyInAnyOrder(item(0, "a", 1), item(0, "b", 1));
  }

  @Test
  protected void anInterruptWhileAddingKeepsNothing() throws Exception {
    prepare(ITEMS);
    try (Load load = begin(ITEMS, day(0))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> load.add(0, batch(ITEMS, item(0, "a", 1))))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining(name());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(rows(ITEMS)).isEmpty();
  }

  @Test
  protected void whatIsGoneSaysSoByName() {
    prepare(ITEMS);
    Load adding = begin(ITEMS, day(0));
    Load committing = begin(ITEMS, day(1));
    committing.add(0, batch(ITEMS, item(1, "a", 1)));
    destination().close();
    assertKeepFailed(() -> begin(ITEMS, day(2)));
    assertKeepFailed(() -> {
      adding.add(0, batch(ITEMS, item(0, "a", 1)));
      adding.commit(checkpoint());
    });
    assertKeepFailed(() -> committing.commit(checkpoint()));
    adding.close();
    committing.close();
  }

  @Test
  protected void equalTwinsAreTwoRows() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "a", 1), item(0, "b", 1));
    assertThat(rows(ITEMS))
        .containsExactlyInAnyOrder(item(0, "a", 1), item(0, "a", 1), item(0, "b", 1));
    assertThat(load(ITEMS, day(0), item(0, "a", 1), item(0, "a", 1), item(0, "b", 1)))
        .isEqualTo(new Changes(3, 0, 0, 0, false));
    assertThat(load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 1)).closed()).isEqualTo(1);
    assertThat(rows(ITEMS)).containsExactlyInAnyOrder(item(0, "a", 1), item(0, "b", 1));
  }

  @Test
  protected void twinsThatDifferAreUnreadableByName() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(1), item(1, "x", 1));
    for (int day = 0; day < 2; day++) {
      Scope scope = day(day);
      int on = day;
      assertThatThrownBy(
              () -> load(ITEMS, scope, item(on, "twin", 1), item(on, "b", 1), item(on, "twin", 2)))
          .isInstanceOf(Unreadable.class)
          .hasMessageContaining("items")
          .hasMessageContaining("twin");
    }
    assertThat(rows(ITEMS)).containsExactly(item(1, "x", 1));
  }

  @Test
  protected void numberedTwinsAreToldApartByTheirValues() throws Exception {
    prepare(NUMBERS);
    load(NUMBERS, Scope.EVERYTHING, row("a", 1L), row("a", 2L), row("a", 2L));
    assertThat(load(NUMBERS, Scope.EVERYTHING, row("a", 2L), row("a", 1L), row("a", 2L)))
        .isEqualTo(new Changes(3, 0, 0, 0, false));
    assertThat(load(NUMBERS, Scope.EVERYTHING, row("a", 1L), row("a", 2L), row("a", 5L)).changed())
        .isEqualTo(1);
    assertThat(rows(NUMBERS)).containsExactlyInAnyOrder(row("a", 1L), row("a", 2L), row("a", 5L));
  }

  @Test
  protected void theCheckpointIsKeptWithTheRows() throws Exception {
    if (destination() instanceof dev.outlay.destination.Checkpoints checkpoints) {
      prepare(ITEMS);
      assertThat(checkpoints.of("c", SERIES)).isEqualTo(Checkpoint.START);
      try (Load load = begin(ITEMS, day(0))) {
        load.add(0, batch(ITEMS, item(0, "a", 1)));
        assertThat(checkpoints.of("c", SERIES)).isEqualTo(Checkpoint.START);
        load.commit(checkpoint());
      }
      assertThat(checkpoints.of("c", SERIES)).isEqualTo(checkpoint());
      assertThat(checkpoints.of("other", SERIES)).isEqualTo(Checkpoint.START);
    }
  }

  @Test
  protected void itSaysWhatItPromises() {
    assertThat(destination().guarantee()).isIn((Object[]) Guarantee.values());
  }

  protected final Changes load(Table table, Scope scope, List<List<@Nullable Object>> rows) {
    return commit(delivery(table, scope), table, rows);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected final Changes load(Table table, Scope scope, List<@Nullable Object>... rows) {
    return load(table, scope, List.of(rows));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected final Changes commit(Delivery delivery, Table table, List<@Nullable Object>... rows) {
    return commit(delivery, table, List.of(rows));
  }

  protected final Changes commit(
      Delivery delivery, Table table, List<List<@Nullable Object>> rows) {
    try (Load load = destination().begin(delivery)) {
      load.add(0, batch(table, rows));
      return load.commit(checkpoint());
    }
  }

  protected final Load begin(Table table, Scope scope) {
    return destination().begin(delivery(table, scope));
  }

  protected final void prepare(Table... tables) {
    destination().prepare(List.of(tables));
  }

  protected static Delivery delivery(Table table, Scope scope) {
    return new Delivery("c", SERIES, List.of(table), scope, DAY, NOW);
  }

  protected static Checkpoint checkpoint() {
    Covered read = new Covered(new Span(DAY, DAY.plus(Duration.ofDays(9))), NOW, DAY, DAY);
    return new Checkpoint(Coverage.NONE.with(read), Optional.empty(), Optional.of(NOW));
  }

  /** The scope of one day, counted from {@link #DAY}. */
  protected static Scope day(int day) {
    Instant start = DAY.plus(Duration.ofDays(day));
    return Scope.of(new Scope.During("at", new Span(start, start.plus(Duration.ofDays(1)))));
  }

  protected static List<@Nullable Object> item(int day, String id, long value) {
    return row(DAY.plus(Duration.ofDays(day)), id, value);
  }

  protected static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected static Rows batch(Table table, List<@Nullable Object>... rows) {
    return batch(table, List.of(rows));
  }

  protected static Rows batch(Table table, List<List<@Nullable Object>> rows) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(row.toArray(new @Nullable Object[0])));
    return new Rows(table, cells);
  }

  protected static Table table(String name, Table.Twins twins, Column... columns) {
    return new Table(name, "A table of the contract.", List.of(columns), twins);
  }

  protected static Column key(String name, Type type) {
    return new Column(name, type, true, "Part of the key.");
  }

  protected static Column plain(String name, Type type) {
    return new Column(name, type, false, "A value.");
  }

  private List<List<@Nullable Object>> rows(Table table) throws Exception {
    return rows(destination(), table);
  }

  private void assertKeepFailed(Runnable tried) {
    assertThatThrownBy(tried::run).isInstanceOf(KeepFailed.class).hasMessageContaining(name());
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  /** A destination may give a decimal back with the scale of its column. */
  private static List<List<@Nullable Object>> plain(List<List<@Nullable Object>> rows) {
    return rows.stream().map(row -> row.stream().map(DestinationContract::plain).toList()).toList();
  }

  private static @Nullable Object plain(@Nullable Object cell) {
    return cell instanceof BigDecimal decimal ? decimal.stripTrailingZeros().toPlainString() : cell;
  }
}
