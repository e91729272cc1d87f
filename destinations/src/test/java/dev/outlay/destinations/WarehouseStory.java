package dev.outlay.destinations;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fill and changes of one table, to be written down statement by statement. */
final class WarehouseStory {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  static final Table COSTS =
      new Table(
          "cost_report",
          "Costs.",
          List.of(
              new Column("row_id", Type.Plain.TEXT, true, "Its name."),
              new Column("connection", Type.Plain.TEXT, false, "Whose."),
              new Column("bucket_start", Type.Plain.INSTANT, false, "When."),
              new Column("amount_usd", Type.USD, false, "How much.")),
          Table.Twins.EQUAL_ONLY);
  static final Delivery DELIVERY =
      new Delivery(
          "production",
          Series.of("cost_report"),
          List.of(COSTS),
          Scope.of(
              new Scope.Equal("connection", "it's \\ ours"),
              new Scope.During("bucket_start", new Span(DAY, DAY.plus(Duration.ofDays(1))))),
          DAY,
          DAY);

  private WarehouseStory() {}

  static void tell(Mirror mirror, List<String> told) {
    told.add("-- a fill");
    try (Load load = mirror.begin(DELIVERY)) {
      load.add(0, rows("a"));
      load.discard(1);
      load.commit(Checkpoint.START.at(new Position("here", 5)));
    }
    told.add("-- changes");
    try (Amendment amendment = mirror.amend(DELIVERY)) {
      amendment.add(0, rows("b"));
      amendment.remove(rows("a"));
      amendment.commit(Checkpoint.START.at(new Position("here", 6)));
    }
  }

  private static Rows rows(String id) {
    @Nullable Object[] row = {id, "it's \\ ours", DAY, new BigDecimal("1.50")};
    return new Rows(COSTS, List.<@Nullable Object[]>of(row));
  }
}
