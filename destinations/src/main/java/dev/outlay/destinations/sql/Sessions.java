package dev.outlay.destinations.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Where sessions come from, in which nothing is committed by itself. */
public interface Sessions {
  /** A new one; whoever asked closes it. */
  Connection open() throws SQLException;
}
