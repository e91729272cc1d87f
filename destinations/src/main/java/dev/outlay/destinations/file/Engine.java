package dev.outlay.destinations.file;

import dev.outlay.destinations.sql.Dialect;
import dev.outlay.table.Type;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The engine that stages rows, compares them and writes files: a database of its own in the folder
 * for work, which is nobody's state and goes with it. Its memory is bounded for all loads together.
 */
final class Engine implements AutoCloseable {
  static final String INSTANT = "TIMESTAMP WITH TIME ZONE";
  static final String DATE = "DATE";
  static final Dialect WORDS = new Spoken();
  private static final String MEMORY = "128MB";
  private static final int ROW_GROUP = 30_720;

  /** Just the words: sessions are made by the engine. */
  private record Spoken() implements Dialect {
    @Override
    public Connection connect() throws SQLException {
      throw new SQLException("made by the engine");
    }

    @Override
    public String type(Type type) {
      return Engine.type(type);
    }

    @Override
    public void lock(Connection session) {}

    @Override
    public boolean isMissing(SQLException e) {
      return false;
    }
  }

  private final int threads;
  private @Nullable DuckDBConnection root;

  /**
   * @param threads how many work on one statement
   */
  Engine(int threads) {
    this.threads = threads;
  }

  static String type(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case INSTANT -> INSTANT;
            case DATE -> DATE;
            case JSON -> "JSON";
          };
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  static String name(String name) {
    return WORDS.name(name);
  }

  static String text(String text) {
    return WORDS.text(text);
  }

  /** A session of its own. */
  synchronized Session session(Path folder) throws SQLException {
    DuckDBConnection open = root;
    if (open == null) {
      open = opened(folder, threads);
      root = open;
    }
    Session session = new Session(open.duplicate());
    session.run("USE stage");
    return session;
  }

  private static DuckDBConnection opened(Path folder, int threads) throws SQLException {
    Properties options = new Properties();
    options.setProperty("threads", Integer.toString(threads));
    options.setProperty("memory_limit", MEMORY);
    options.setProperty("preserve_insertion_order", "false");
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    options.setProperty("temp_directory", folder.resolve("spill").toString());
    DuckDBConnection engine =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", options);
    try (Session session = new Session(engine.duplicate())) {
      session.run("SET GLOBAL TimeZone = 'UTC'");
      session.run(
          "ATTACH %s AS stage (ROW_GROUP_SIZE %d)"
              .formatted(text(folder.resolve("stage.duckdb").toString()), ROW_GROUP));
    }
    return engine;
  }

  @Override
  public synchronized void close() throws SQLException {
    if (root != null) {
      root.close();
      root = null;
    }
  }
}
