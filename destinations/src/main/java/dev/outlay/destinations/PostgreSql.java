package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.sql.Bulk;
import dev.outlay.destinations.sql.CopyText;
import dev.outlay.destinations.sql.Dialect;
import dev.outlay.destinations.sql.SqlMirror;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL. Rows go in by COPY. {@code ?schema=} names the schema (default: the first of the
 * user's search path); every other parameter is the driver's.
 */
public final class PostgreSql implements DestinationKind {
  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("postgresql", "postgres", "postgresql+psycopg2");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "postgresql://user:password@host:5432/database?schema=claude",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction",
        "numeric, every digit",
        "added by ALTER TABLE, then filled",
        "PostgreSQL 18.6");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    if (address.database().isEmpty()) {
      throw new IllegalArgumentException("name a database: " + promise().example());
    }
    return new SqlMirror(address.toString(), new Spoken(address));
  }

  private record Spoken(Address address) implements Dialect {
    private static final long OURS = 0x6F75746C6179L;

    @Override
    public Connection connect() throws SQLException {
      Properties login = new Properties();
      address.parameters().forEach(login::put);
      login.remove("schema");
      login.put("user", address.user());
      login.put("password", address.password());
      login.putIfAbsent("ApplicationName", "outlay");
      login.putIfAbsent("connectTimeout", "10");
      login.putIfAbsent("socketTimeout", "600");
      login.putIfAbsent("tcpKeepAlive", "true");
      address.parameter("schema").ifPresent(schema -> login.put("currentSchema", schema));
      Connection session = DriverManager.getConnection(url(), login);
      session.setAutoCommit(false);
      return session;
    }

    private String url() {
      String port = address.port() < 0 ? "" : ":" + address.port();
      return "jdbc:postgresql://" + address.host() + port + "/" + address.database();
    }

    @Override
    public String type(Type type) {
      return switch (type) {
        case Type.Plain plain ->
            switch (plain) {
              case TEXT -> "text";
              case INTEGER -> "bigint";
              case BOOLEAN -> "boolean";
              case INSTANT -> "timestamptz";
              case DATE -> "date";
              case JSON -> "jsonb";
            };
        case Type.Decimal(int precision, int scale) -> "numeric(" + precision + "," + scale + ")";
      };
    }

    @Override
    public Bulk bulk(Connection session, String stage, List<Column> columns) throws SQLException {
      CopyIn copy =
          session
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY " + staged(stage) + " FROM STDIN");
      return new Copy(copy, new CopyText());
    }

    @Override
    public void complete(Connection session, String stage, List<Column> key) throws SQLException {
      run(session, "ANALYZE " + staged(stage));
    }

    @Override
    public void lock(Connection session) throws SQLException {
      run(session, "SELECT pg_advisory_xact_lock(" + OURS + ")");
    }

    @Override
    public boolean isMissing(SQLException e) {
      return "42P01".equals(e.getSQLState());
    }

    private static void run(Connection session, String sql) throws SQLException {
      try (Statement statement = session.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Rows in the text form of COPY. */
  private record Copy(CopyIn copy, CopyText text) implements Bulk {
    private static final int FULL = 1 << 16;

    @Override
    public void row(@Nullable Object[] cells) throws SQLException {
      text.row(cells);
      if (text.size() > FULL) {
        send();
      }
    }

    private void send() throws SQLException {
      byte[] bytes = text.take();
      copy.writeToCopy(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws SQLException {
      try {
        send();
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }
  }
}
