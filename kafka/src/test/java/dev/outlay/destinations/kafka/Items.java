package dev.outlay.destinations.kafka;

import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table and how it is filled; run as a program, one that is killed in the middle. */
final class Items {
  static final Series SERIES = Series.of("items");
  static final Table TABLE =
      new Table(
          "items",
          "A table of the tests.",
          List.of(
              new Column("row_id", Type.Plain.TEXT, true, "Its key."),
              new Column("connection", Type.Plain.TEXT, false, "Where it came from."),
              new Column("text", Type.Plain.TEXT, false, "A value.")),
          Table.Twins.EQUAL_ONLY);

  private Items() {}

  /** Fills as many rows as it is told, at that address. */
  public static void main(String[] args) {
    try (Mirror mirror = open(args[0])) {
      fill(mirror, Integer.parseInt(args[1]), args[2], 2);
    }
  }

  static Mirror open(String address) {
    return new Kafka().open(Address.of(address), InstantSource.system());
  }

  static Delivery delivery() {
    Scope ours = Scope.of(new Scope.Equal("connection", "c"));
    return new Delivery("c", SERIES, List.of(TABLE), ours, Instant.EPOCH, Instant.EPOCH);
  }

  static Changes fill(Mirror mirror, int rows, String text, long sequence) {
    mirror.prepare(List.of(TABLE));
    try (Load load = mirror.begin(delivery())) {
      List<@Nullable Object[]> cells = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        cells.add(new @Nullable Object[] {"row-" + i, "c", text});
      }
      load.add(0, new Rows(TABLE, cells));
      return load.commit(Checkpoint.START.at(new Position("here", sequence)));
    }
  }
}
