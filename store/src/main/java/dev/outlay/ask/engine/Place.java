package dev.outlay.ask.engine;

import dev.outlay.ask.relation.Dialect;
import dev.outlay.ask.relation.DuckDb;
import dev.outlay.ask.relation.Postgres;

/**
 * Where rows are asked for; asks are the same everywhere.
 *
 * @param dialect how it wants queries written
 * @param history whether it keeps what was believed earlier, in the schema {@code history}
 * @param rollups whether it keeps usage added up beside the rows
 * @param filled the command that brings rows there
 */
public record Place(Dialect dialect, boolean history, boolean rollups, String filled) {
  /** The store itself. */
  public static final Place STORE = new Place(new DuckDb(), true, true, "outlay sync");

  /** A PostgreSQL database that the store is exported to. */
  public static final Place POSTGRES = new Place(new Postgres(), false, false, "outlay export");
}
