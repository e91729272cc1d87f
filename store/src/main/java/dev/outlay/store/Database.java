package dev.outlay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The open file. It is attached to an engine in memory, because only so the size of a row group can
 * be chosen: small ones reach the disk earlier (no second copy in the log, less memory) and prune
 * better when a few days are read again.
 */
final class Database implements AutoCloseable {
  static final String CATALOG = "outlay";
  private static final int ROW_GROUP = 30_720;

  private final Path file;
  private final Session root;

  private Database(Path file, Session root) {
    this.file = file;
    this.root = root;
  }

  static Database open(Path file, StoreSettings settings) throws SQLException, IOException {
    Session root = new Session(Engine.begin(settings.threads(), settings.memoryMegabytes()));
    Database database = new Database(file, root);
    try {
      root.run(
          "ATTACH " + Sql.text(file.toString()) + " AS outlay (ROW_GROUP_SIZE " + ROW_GROUP + ")");
      database.confine();
      return database;
    } catch (SQLException | IOException e) {
      root.close();
      throw e;
    }
  }

  /** A session of its own, in which plain names are the store's. */
  Session session() throws SQLException {
    Session session = new Session(root.connection().duplicate());
    session.run("USE " + CATALOG);
    return session;
  }

  /** A folder of this store in which a user's statement may write. */
  Path exports() {
    return scratch().resolve("export");
  }

  @Override
  public void close() throws SQLException {
    try (root) {
      root.run("USE memory");
      root.run("DETACH " + CATALOG);
    }
    sweep();
  }

  /** From here on nobody reaches another file or changes a setting. */
  private void confine() throws SQLException, IOException {
    sweep();
    Files.createDirectories(exports());
    root.run("SET GLOBAL TimeZone = 'UTC'");
    root.run("SET GLOBAL temp_directory = " + Sql.text(scratch().toString()));
    root.run("SET GLOBAL allowed_directories = [" + Sql.text(exports() + "/") + "]");
    root.run("SET GLOBAL enable_external_access = false");
    root.run("SET GLOBAL lock_configuration = true");
  }

  private Path scratch() {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  /** A killed process leaves its spilled data behind. */
  private void sweep() {
    try (Stream<Path> left = Files.exists(scratch()) ? Files.walk(scratch()) : Stream.empty()) {
      left.sorted(Comparator.reverseOrder()).forEach(Database::drop);
    } catch (IOException _) {
      // What cannot be removed now is removed at the next start.
    }
  }

  private static void drop(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // What cannot be removed now is removed at the next start.
    }
  }
}
