package dev.outlay.export;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Set;

/** Another place under another face; all is as it is there. */
interface Veiled extends Mirror {
  Mirror place();

  @Override
  default Guarantee guarantee() {
    return place().guarantee();
  }

  @Override
  default void prepare(List<Table> tables) {
    place().prepare(tables);
  }

  @Override
  default Load begin(Delivery delivery) {
    return place().begin(delivery);
  }

  @Override
  default Amendment amend(Delivery delivery) {
    return place().amend(delivery);
  }

  @Override
  default Checkpoint of(String connection, Series series) {
    return place().of(connection, series);
  }

  @Override
  default Set<String> connections() {
    return place().connections();
  }

  @Override
  default void close() {
    place().close();
  }
}
