package dev.outlay.ingest;

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

/**
 * A mirror of one table in another form; other tables go nowhere.
 *
 * @param mirror where it is
 * @param form how it looks there
 * @param mark tells checkpoints of this form from those of others
 * @param way how rows get there
 */
record Reshaped(Mirror mirror, Form form, String mark, Way way) implements Mirror {
  /** How rows get there. */
  enum Way {
    /** From the API; what stands for a scope takes the place of what is there. */
    STRAIGHT,
    /** From the API; by key, and nothing goes. */
    AMENDING,
    /** From a store, which knows how far it was. */
    STORED
  }

  @Override
  public Guarantee guarantee() {
    return mirror.guarantee();
  }

  @Override
  public void prepare(List<Table> tables) {
    if (tables.stream().anyMatch(this::isOurs)) {
      mirror.prepare(List.of(form.to()));
    }
  }

  @Override
  public Load begin(Delivery delivery) {
    return way == Way.AMENDING
        ? amend(delivery)
        : new ReshapedLoad(form, mirror.begin(reshaped(delivery)), _ -> {});
  }

  @Override
  public Amendment amend(Delivery delivery) {
    Amendment amendment = mirror.amend(reshaped(delivery));
    return new ReshapedLoad(form, amendment, amendment::remove);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    Checkpoint known = mirror.of(connection, reshaped(series));
    return way == Way.STORED
        ? known
        : new Checkpoint(known.coverage(), known.earliest(), known.readAt());
  }

  @Override
  public Set<String> connections() {
    return mirror.connections();
  }

  @Override
  public void close() {
    mirror.close();
  }

  private boolean isOurs(Table table) {
    return table.name().equals(form.source());
  }

  private Delivery reshaped(Delivery delivery) {
    return new Delivery(
        delivery.connection(),
        reshaped(delivery.series()),
        List.of(form.to()),
        form.scope(delivery.scope()),
        delivery.settledBefore(),
        delivery.now());
  }

  /** One for the table, whichever way rows get there: each way knows what the other overwrote. */
  private Series reshaped(Series series) {
    return new Series(form.name(), "", "", mark, series.parent());
  }
}
