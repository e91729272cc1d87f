package dev.outlay.export;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Set;

/**
 * A place that was read a while ago, before somebody else wrote there.
 *
 * @param progress how far it was then
 */
record Late(Mirror place, Progress progress) implements Mirror {
  @Override
  public Guarantee guarantee() {
    return place.guarantee();
  }

  @Override
  public void prepare(List<Table> tables) {
    place.prepare(tables);
  }

  @Override
  public Load begin(Delivery delivery) {
    return place.begin(delivery);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return place.amend(delivery);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    return place.of(connection, series);
  }

  @Override
  public Set<String> connections() {
    return place.connections();
  }

  @Override
  public void close() {
    place.close();
  }
}
