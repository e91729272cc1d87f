package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.sql.Bulk;
import dev.outlay.destinations.sql.DatabaseFile;
import dev.outlay.destinations.sql.Dialect;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB file. Rows go in by the appender. The file is held only while something is read or
 * written there: between two loads any other process may open it.
 */
public final class DuckDb implements DestinationKind {
  private static final String MEMORY = "112MB";

  /** One writer a file: the engine would refuse the second of two that meet. */
  private static final Map<Path, Semaphore> WRITERS = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "DuckDB file";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("duckdb");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "duckdb:///claude.duckdb",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction",
        "DECIMAL, every digit",
        "added by ALTER TABLE, then filled",
        "DuckDB 2.0.0, whose files older versions cannot read");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    Path file = DatabaseFile.of(address);
    Semaphore writer = WRITERS.computeIfAbsent(file.normalize(), _ -> new Semaphore(1, true));
    return new SqlMirror(address.toString(), new Spoken(file, writer));
  }

  /** A session as all of this process have to be: with other settings the engine refuses it. */
  static DuckDBConnection session(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", "2");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", file + ".tmp");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    DuckDBConnection session =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
    try (Statement statement = session.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    }
    return session;
  }

  private record Spoken(Path file, Semaphore writer) implements Dialect {
    private static final Pattern HOLDER = Pattern.compile("PID (\\d+)");

    @Override
    public Connection connect() throws SQLException {
      DatabaseFile.check(file);
      Connection session = session(file);
      session.setAutoCommit(false);
      return session;
    }

    @Override
    public String type(Type type) {
      return switch (type) {
        case Type.Plain plain ->
            switch (plain) {
              case TEXT -> "VARCHAR";
              case INTEGER -> "BIGINT";
              case BOOLEAN -> "BOOLEAN";
              case INSTANT -> "TIMESTAMPTZ";
              case DATE -> "DATE";
              case JSON -> "JSON";
            };
        case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
      };
    }

    /** An index of texts would be ten times the rows; that keys are unique is kept by us. */
    @Override
    public String unique(Column key) {
      return "";
    }

    @Override
    public Bulk bulk(Connection session, String stage, List<Column> columns) throws SQLException {
      return new Appended(
          session.unwrap(DuckDBConnection.class).createAppender("temp", "main", stage), columns);
    }

    @Override
    public void lock(Connection session) {
      writer.acquireUninterruptibly();
    }

    @Override
    public void unlock() {
      writer.release();
    }

    @Override
    public boolean isMissing(SQLException e) {
      return said(e).contains("does not exist");
    }

    @Override
    public Words words(SQLException e) {
      Matcher holder = HOLDER.matcher(said(e));
      if (said(e).contains("lock") || said(e).contains("already attached")) {
        return new Words(
            "the file is open elsewhere" + (holder.find() ? ", by process " + holder.group(1) : ""),
            "Only one process at a time can have it: close it there. The next run goes on here.");
      }
      if (said(e).contains("No space left")) {
        return new Words(
            "the disk is full", "Make room there. Nothing is lost: run it again then.");
      }
      return said(e).contains("not a valid DuckDB")
          ? new Words("the file is not a DuckDB database", "Name another file.")
          : DatabaseFile.words(e);
    }

    private static String said(SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private record Appended(DuckDBAppender rows, List<Column> columns) implements Bulk {
    @Override
    public void row(@Nullable Object[] cells) throws SQLException {
      rows.beginRow();
      for (int i = 0; i < cells.length; i++) {
        append(cells[i], columns.get(i).type());
      }
      rows.endRow();
    }

    private void append(@Nullable Object cell, Type type) throws SQLException {
      switch (cell) {
        case null -> rows.appendNull();
        case String text -> rows.append(text);
        case Long number -> rows.append(number.longValue());
        case Boolean yes -> rows.append(yes.booleanValue());
        case BigDecimal decimal -> rows.append(scaled(decimal, type));
        case Instant at -> rows.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        case LocalDate day -> rows.append(day);
        default -> throw new IllegalArgumentException("no cell: " + cell.getClass());
      }
    }

    /** The appender takes a decimal only with the scale of its column; no digit is rounded. */
    private static BigDecimal scaled(BigDecimal decimal, Type type) {
      return type instanceof Type.Decimal(int _, int scale) ? decimal.setScale(scale) : decimal;
    }

    @Override
    public void close() throws SQLException {
      rows.close();
    }
  }
}
