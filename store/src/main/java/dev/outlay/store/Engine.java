package dev.outlay.store;

import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** The engine within this process. */
final class Engine {
  static {
    leaveOutEvents();
  }

  private Engine() {}

  /** One in memory, to which files are attached. */
  static DuckDBConnection begin(int threads, int megabytes) throws SQLException {
    Properties options = new Properties();
    options.setProperty("threads", Integer.toString(threads));
    options.setProperty("memory_limit", megabytes + "MB");
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    options.setProperty("temp_directory", "");
    // Otherwise the whole result of a query is made before its first row is handed out.
    options.setProperty("jdbc_stream_results", "true");
    return open("", options);
  }

  /**
   * A connection of the driver.
   *
   * @param place a file, or empty for one in memory
   */
  static DuckDBConnection open(String place, Properties options) throws SQLException {
    return (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + place, options);
  }

  /**
   * The driver would tell the flight recorder of an event of its own, and start it for that: at
   * each start of the program, and for longer than the engine takes. A driver that does so no more,
   * or otherwise, is left to it.
   */
  private static void leaveOutEvents() {
    try {
      Field done = Class.forName("org.duckdb.DuckDBMemoryMonitor").getDeclaredField("initialized");
      done.setAccessible(true);
      done.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError _) {
      // It takes longer, and works.
    }
  }
}
