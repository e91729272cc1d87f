package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.sql.Bulk;
import dev.outlay.destinations.sql.CopyText;
import dev.outlay.destinations.sql.Dialect;
import dev.outlay.destinations.sql.Drivers;
import dev.outlay.destinations.sql.SqlMirror;
import dev.outlay.destinations.sql.Times;
import dev.outlay.destinations.sql.Words;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL, both with MariaDB's driver, which is not part of the download. Rows go in by
 * LOAD DATA LOCAL where the server allows it ({@code local_infile}), else by batches of INSERT.
 */
public final class MariaDb implements DestinationKind {
  @Override
  public String name() {
    return "MariaDB and MySQL";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("mysql", "mariadb", "mysql+pymysql", "mariadb+pymysql");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "mysql://user:password@host:3306/database",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction; tables and columns that were"
            + " made stay, empty, and the next run goes on",
        "DECIMAL, every digit",
        "added by ALTER TABLE, then filled",
        "MariaDB 11.4.5; never against MySQL itself");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    if (address.database().isEmpty()) {
      throw new IllegalArgumentException("name a database: " + promise().example());
    }
    return new SqlMirror(address.toString(), new Spoken(address));
  }

  private static final class Spoken implements Dialect {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final int NO_SUCH_TABLE = 1146;
    private static final int NO_SUCH_DATABASE = 1049;
    private static final int FULL = 1114;
    private static final int WAITED = 1205;

    private final Address address;
    private volatile boolean mysql;

    Spoken(Address address) {
      this.address = address;
    }

    @Override
    public Connection connect() throws SQLException {
      Connection session = Drivers.connect(url(), login(), "mariadb-java-client");
      mysql = !text(session, "SELECT VERSION()").contains("MariaDB");
      run(
          session,
          "SET SESSION time_zone = '+00:00', default_storage_engine = InnoDB, sql_mode ="
              + " 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'");
      session.setAutoCommit(false);
      return session;
    }

    private String url() {
      String port = address.port() < 0 ? "" : ":" + address.port();
      return "jdbc:mariadb://" + address.host() + port + "/" + address.database();
    }

    /** On this machine nobody listens: there a server without a certificate will do. */
    private Properties login() {
      Properties login = new Properties();
      address.parameters().forEach(login::put);
      login.put("user", address.user());
      login.put("password", address.password());
      login.putIfAbsent("connectTimeout", "10000");
      login.putIfAbsent("socketTimeout", "600000");
      login.putIfAbsent("allowLocalInfile", "true");
      if (HERE.contains(address.host())) {
        login.putIfAbsent("sslMode", "disable");
      }
      return login;
    }

    @Override
    public String name(String name) {
      return '`' + name.replace("`", "``") + '`';
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
              case TEXT -> "LONGTEXT" + exactly();
              case INTEGER -> "BIGINT";
              case BOOLEAN -> "BOOLEAN";
              case INSTANT -> "DATETIME(6)";
              case DATE -> "DATE";
              case JSON -> "JSON";
            };
        case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
      };
    }

    /** A LONGTEXT has no index. */
    @Override
    public String keyType(Type type) {
      return type == Type.Plain.TEXT ? "VARCHAR(255)" + exactly() : type(type);
    }

    /** Texts are the same when they are, capitals, accents and spaces at the end included. */
    private String exactly() {
      return " CHARACTER SET utf8mb4 COLLATE " + (mysql ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin");
    }

    @Override
    public Object parameter(Object cell, Type type) {
      return switch (cell) {
        case Instant at -> Times.utc(at);
        case Boolean yes -> yes ? 1L : 0L;
        case BigDecimal decimal -> decimal.toPlainString();
        default -> cell;
      };
    }

    @Override
    public String instant(Instant at) {
      return "TIMESTAMP '" + Times.utc(at) + "'";
    }

    @Override
    public String same(String one, String other) {
      return one + " <=> " + other;
    }

    @Override
    public Bulk bulk(Connection session, String stage, List<Column> columns) throws SQLException {
      return text(session, "SELECT @@local_infile").equals("1")
          ? new Loaded(this, session, load(stage, columns), columns, new CopyText())
          : Dialect.super.bulk(session, stage, columns);
    }

    private String load(String stage, List<Column> columns) {
      return "LOAD DATA LOCAL INFILE 'rows' INTO TABLE "
          + staged(stage)
          + " CHARACTER SET utf8mb4"
          + names(columns);
    }

    @Override
    public void complete(Connection session, String stage, List<Column> key) throws SQLException {
      if (key.size() == 1) {
        run(session, "ALTER TABLE " + staged(stage) + " ADD INDEX" + names(key));
      }
    }

    /** Ends with the session. */
    @Override
    public void lock(Connection session) throws SQLException {
      if (!text(session, "SELECT GET_LOCK(CONCAT('outlay ', LEFT(DATABASE(), 50)), 600)")
          .equals("1")) {
        throw new SQLException("another load did not end", "40000", WAITED);
      }
    }

    @Override
    public boolean isMissing(SQLException e) {
      return e.getErrorCode() == NO_SUCH_TABLE;
    }

    @Override
    public Words words(SQLException e) {
      return switch (e.getErrorCode()) {
        case NO_SUCH_DATABASE ->
            new Words("there is no such database", "Make it, or name another.");
        case FULL -> Words.of(new SQLException("", "53000"));
        case WAITED -> Words.of(new SQLException("", "40000"));
        default -> Words.of(e);
      };
    }

    private static String text(Connection session, String sql) throws SQLException {
      try (Statement select = session.createStatement();
          ResultSet found = select.executeQuery(sql)) {
        return found.next() ? String.valueOf(found.getString(1)) : "";
      }
    }

    private static void run(Connection session, String sql) throws SQLException {
      try (Statement statement = session.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Rows by LOAD DATA LOCAL, some thousands at once, from memory. */
  private record Loaded(
      Spoken spoken, Connection session, String sql, List<Column> columns, CopyText text)
      implements Bulk {
    private static final int ENOUGH = 1 << 20;

    @Override
    public void row(@Nullable Object[] cells) throws SQLException {
      @Nullable Object[] told = new @Nullable Object[cells.length];
      for (int i = 0; i < cells.length; i++) {
        Object cell = cells[i];
        told[i] = cell == null ? null : spoken.parameter(cell, columns.get(i).type());
      }
      text.row(told);
      if (text.size() > ENOUGH) {
        send();
      }
    }

    private void send() throws SQLException {
      try (Statement load = session.createStatement()) {
        give(load, new ByteArrayInputStream(text.take()));
        load.execute(sql);
      }
      check();
    }

    /** What would be an error in an INSERT is only a warning in LOAD DATA LOCAL. */
    private void check() throws SQLException {
      if (!Spoken.text(session, "SELECT @@warning_count").equals("0")) {
        throw new SQLException("LOAD DATA changed what it was given", "22000");
      }
    }

    /** Of both drivers there are, without knowing either. */
    private static void give(Statement load, InputStream rows) throws SQLException {
      try {
        load.getClass()
            .getMethod("setLocalInfileInputStream", InputStream.class)
            .invoke(load, rows);
      } catch (ReflectiveOperationException e) {
        throw new SQLException("the driver takes no rows from memory", "0A000", e);
      }
    }

    @Override
    public void close() throws SQLException {
      if (text.size() > 0) {
        send();
      }
    }
  }
}
