package dev.outlay.destination;

import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.time.Instant;
import java.util.List;

/**
 * What a load is about.
 *
 * @param connection the immutable id of the connection whose rows come
 * @param series what is being collected; its checkpoint is kept with the rows
 * @param tables the tables the rows are for: one, or a dataset's main table and its side tables
 * @param scope which kept rows of each of the tables the new ones stand for
 * @param settledBefore kept rows of the scope before it should not vanish: see {@link Changes}
 * @param now the time of the load (UTC); one version a row and UTC day is kept
 */
public record Delivery(
    String connection,
    Series series,
    List<Table> tables,
    Scope scope,
    Instant settledBefore,
    Instant now) {
  public Delivery {
    tables = List.copyOf(tables);
  }
}
