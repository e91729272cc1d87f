package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.sql.DatabaseFile;
import dev.outlay.destinations.sql.Dialect;
import dev.outlay.destinations.sql.Drivers;
import dev.outlay.destinations.sql.SqlMirror;
import dev.outlay.destinations.sql.Words;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * A SQLite file. Parameters of the address are the driver's: {@code ?busy_timeout=} (milliseconds)
 * says how long to wait for another writer. It has no decimals and no times: both are texts,
 * decimals without trailing zeros and times as {@code 2026-03-01T00:00:00.000000Z}, so that no
 * digit is lost and times sort.
 */
public final class Sqlite implements DestinationKind {
  @Override
  public String name() {
    return "SQLite file";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("sqlite");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "sqlite:///claude.db",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction",
        "TEXT, every digit: SQLite has no decimals, and sums of CAST(… AS REAL) are rounded",
        "added by ALTER TABLE, then filled",
        "SQLite 3.54.1");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    return new SqlMirror(address.toString(), new Spoken(DatabaseFile.of(address), address));
  }

  private record Spoken(Path file, Address address) implements Dialect {
    private static final DateTimeFormatter INSTANT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int FULL = 13;
    private static final int NO_DATABASE = 26;

    @Override
    public Connection connect() throws SQLException {
      DatabaseFile.check(file);
      Properties settings = new Properties();
      settings.setProperty("journal_mode", "WAL");
      settings.setProperty("busy_timeout", "20000");
      settings.putAll(address.parameters());
      Connection session = Drivers.connect("jdbc:sqlite:" + file, settings, "sqlite-jdbc");
      session.setAutoCommit(false);
      return session;
    }

    @Override
    public String type(Type type) {
      return switch (type) {
        case Type.Plain plain ->
            switch (plain) {
              case TEXT, INSTANT, DATE, JSON -> "TEXT";
              case INTEGER -> "INTEGER";
              case BOOLEAN -> "BOOLEAN";
            };
        case Type.Decimal _ -> "TEXT";
      };
    }

    @Override
    public Object parameter(Object cell, Type type) {
      return switch (cell) {
        case BigDecimal decimal -> decimal.stripTrailingZeros().toPlainString();
        case Instant at -> INSTANT.format(at);
        case LocalDate day -> day.toString();
        default -> cell;
      };
    }

    @Override
    public String instant(Instant at) {
      return text(INSTANT.format(at));
    }

    @Override
    public String date(LocalDate day) {
      return text(day.toString());
    }

    @Override
    public String same(String one, String other) {
      return one + " IS " + other;
    }

    @Override
    public void complete(Connection session, String stage, List<Column> key) throws SQLException {
      if (!key.isEmpty()) {
        run(session, "CREATE INDEX " + name(stage + "_key") + " ON " + stage + names(key));
      }
    }

    /** A write that changes nothing takes the one lock there is, or waits for it. */
    @Override
    public void lock(Connection session) throws SQLException {
      run(session, "DELETE FROM outlay_checkpoints WHERE 1 = 0");
    }

    @Override
    public boolean isMissing(SQLException e) {
      return String.valueOf(e.getMessage()).contains("no such table");
    }

    @Override
    public Words words(SQLException e) {
      return switch (e.getErrorCode()) {
        case BUSY, LOCKED ->
            new Words(
                "another program writes to the file and did not end in time",
                "See what holds it. Nothing is lost: the next run goes on where this one ended.");
        case READ_ONLY -> new Words("the file is read-only", "Allow writing it, or name another.");
        case FULL -> new Words("the disk is full", "Make room there, and run it again.");
        case NO_DATABASE -> new Words("the file is not a SQLite database", "Name another file.");
        default -> DatabaseFile.words(e);
      };
    }

    private static void run(Connection session, String sql) throws SQLException {
      try (Statement statement = session.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
