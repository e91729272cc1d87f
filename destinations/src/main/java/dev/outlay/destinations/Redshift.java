package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.sql.Dialect;
import dev.outlay.destinations.sql.Drivers;
import dev.outlay.destinations.sql.Sessions;
import dev.outlay.destinations.sql.SqlMirror;
import dev.outlay.destinations.sql.Times;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Properties;
import java.util.Set;

/**
 * Amazon Redshift, with Amazon's driver, which is not part of the download. Rows go in by INSERTs
 * of many rows each, which the driver makes of batches; COPY would need a bucket of S3 beside it.
 */
public final class Redshift implements DestinationKind {
  @Override
  public String name() {
    return "Amazon Redshift";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("redshift", "redshift+psycopg2");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "redshift://user:password@host:5439/database?schema=claude",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction",
        "DECIMAL, every digit; texts of more than 65,535 bytes are refused",
        "added by ALTER TABLE, then filled",
        "its statements on PostgreSQL 18.6; never Redshift itself, nor its driver");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    if (address.database().isEmpty()) {
      throw new IllegalArgumentException("name a database: " + promise().example());
    }
    return new SqlMirror(address.toString(), dialect(() -> session(address)));
  }

  static Dialect dialect(Sessions sessions) {
    return new Spoken(sessions);
  }

  private static Connection session(Address address) throws SQLException {
    Properties login = new Properties();
    login.putAll(address.parameters());
    login.remove("schema");
    login.put("user", address.user());
    login.put("password", address.password());
    login.putIfAbsent("reWriteBatchedInserts", "true");
    login.putIfAbsent("ssl", "true");
    String port = address.port() < 0 ? "5439" : "" + address.port();
    String url = "jdbc:redshift://" + address.host() + ":" + port + "/" + address.database();
    Connection session = Drivers.connect(url, login, "redshift-jdbc42");
    session.setAutoCommit(false);
    if (address.parameter("schema").isPresent()) {
      session.setSchema(address.parameter("schema").get());
    }
    return session;
  }

  private record Spoken(Sessions sessions) implements Dialect {
    @Override
    public Connection connect() throws SQLException {
      return sessions.open();
    }

    @Override
    public String type(Type type) {
      return switch (type) {
        case Type.Plain plain ->
            switch (plain) {
              case TEXT, JSON -> "VARCHAR(65535)";
              case INTEGER -> "BIGINT";
              case BOOLEAN -> "BOOLEAN";
              case INSTANT -> "TIMESTAMPTZ";
              case DATE -> "DATE";
            };
        case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
      };
    }

    @Override
    public Object parameter(Object cell, Type type) {
      return switch (cell) {
        case Instant at -> java.sql.Timestamp.from(at);
        case LocalDate day -> java.sql.Date.valueOf(day);
        default -> cell;
      };
    }

    @Override
    public String instant(Instant at) {
      return "CAST('" + Times.utc(at) + "+00' AS TIMESTAMPTZ)";
    }

    /** It does not know IS NOT DISTINCT FROM; this is never null either. */
    @Override
    public String same(String one, String other) {
      return "(%1$s IS NULL AND %2$s IS NULL OR %1$s IS NOT NULL AND %2$s IS NOT NULL AND %1$s = %2$s)"
          .formatted(one, other);
    }

    /** Of its subqueries only those that compare for equality may look outside. */
    @Override
    public String delete(String table, String stage, String where) {
      return "DELETE FROM " + table + " USING " + stage + " WHERE " + where;
    }

    @Override
    public void lock(Connection session) throws SQLException {
      try (Statement statement = session.createStatement()) {
        statement.execute("LOCK TABLE outlay_checkpoints");
      }
    }

    @Override
    public boolean isMissing(SQLException e) {
      return "42P01".equals(e.getSQLState());
    }
  }
}
