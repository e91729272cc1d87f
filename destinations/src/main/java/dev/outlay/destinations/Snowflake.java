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
import dev.outlay.destinations.sql.Words;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * Snowflake, with its own driver, which is not part of the download. Rows go in by batches of
 * INSERT, which the driver sends as arrays. Names are in capitals, so that SQL without quotes finds
 * them.
 */
public final class Snowflake implements DestinationKind {
  @Override
  public String name() {
    return "Snowflake";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("snowflake");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "snowflake://user:password@account/database/schema?warehouse=LOAD&role=WRITER",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction; tables and columns that were"
            + " made stay, and the next run goes on",
        "NUMBER, every digit",
        "added by ALTER TABLE, then filled",
        "never: the statements it makes are kept in a golden file, and nothing has read them");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    String[] path = address.path().split("/", -1);
    if (address.host().isEmpty() || path.length < 2 || path.length > 3 || path[1].isEmpty()) {
      throw new IllegalArgumentException("name account and database: " + promise().example());
    }
    String schema = path.length == 3 && !path[2].isEmpty() ? path[2] : "PUBLIC";
    return new SqlMirror(address.toString(), dialect(() -> session(address, path[1], schema)));
  }

  static Dialect dialect(Sessions sessions) {
    return new Spoken(sessions);
  }

  /** Answers as JSON: the usual ones need the JVM opened by an option. */
  private static Connection session(Address address, String database, String schema)
      throws SQLException {
    Properties login = new Properties();
    login.putAll(address.parameters());
    login.put("user", address.user());
    login.put("password", address.password());
    login.put("db", database);
    login.put("schema", schema);
    login.put("TIMEZONE", "UTC");
    login.putIfAbsent("loginTimeout", "30");
    login.putIfAbsent("JDBC_QUERY_RESULT_FORMAT", "JSON");
    Connection session = Drivers.connect(url(address), login, "snowflake-jdbc");
    session.setAutoCommit(false);
    return session;
  }

  private static String url(Address address) {
    String host = address.host();
    String whole = host.contains(".snowflakecomputing.") ? host : host + ".snowflakecomputing.com";
    return "jdbc:snowflake://" + whole + "/";
  }

  private record Spoken(Sessions sessions) implements Dialect {
    private static final int NO_SUCH_TABLE = 2003;
    private static final int WRONG_LOGIN = 390100;

    @Override
    public Connection connect() throws SQLException {
      return sessions.open();
    }

    @Override
    public String name(String name) {
      return Dialect.super.name(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String text(String text) {
      return Dialect.super.text(text.replace("\\", "\\\\"));
    }

    @Override
    public String type(Type type) {
      return switch (type) {
        case Type.Plain plain ->
            switch (plain) {
              case TEXT, JSON -> "VARCHAR";
              case INTEGER -> "NUMBER(19,0)";
              case BOOLEAN -> "BOOLEAN";
              case INSTANT -> "TIMESTAMP_TZ(6)";
              case DATE -> "DATE";
            };
        case Type.Decimal(int precision, int scale) -> "NUMBER(" + precision + "," + scale + ")";
      };
    }

    @Override
    public Object parameter(Object cell, Type type) {
      return switch (cell) {
        case Instant at -> Times.utc(at) + " +00:00";
        case LocalDate day -> day.toString();
        default -> cell;
      };
    }

    @Override
    public String instant(Instant at) {
      return "'" + Times.utc(at) + " +00:00'::TIMESTAMP_TZ";
    }

    /** Of its subqueries only those that compare for equality may look outside. */
    @Override
    public String delete(String table, String stage, String where) {
      return "DELETE FROM " + table + " USING " + stage + " WHERE " + where;
    }

    /** A change that changes nothing: whoever changes the table next waits for its end. */
    @Override
    public void lock(Connection session) throws SQLException {
      try (Statement statement = session.createStatement()) {
        statement.execute("UPDATE OUTLAY_CHECKPOINTS SET BODY = BODY");
      }
    }

    @Override
    public boolean isMissing(SQLException e) {
      return e.getErrorCode() == NO_SUCH_TABLE;
    }

    @Override
    public Words words(SQLException e) {
      return e.getErrorCode() == WRONG_LOGIN
          ? new Words("it refused the login", "See user and password in the address.")
          : Words.of(e);
    }
  }
}
