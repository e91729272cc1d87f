package dev.outlay.destinations.sql;

import dev.outlay.destination.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A database that is a file. As SQLAlchemy and ingestr read addresses: three slashes begin a path
 * from the working folder, four one from the root.
 */
public final class DatabaseFile {
  private DatabaseFile() {}

  /**
   * @throws IllegalArgumentException where the address names no file
   */
  public static Path of(Address address) {
    if (!address.host().isEmpty()) {
      throw new IllegalArgumentException(
          "a file has no host: %1$s:///here.db is a file in the working folder, %1$s:////folder/there.db one anywhere"
              .formatted(address.scheme()));
    }
    if (address.path().length() < 2 || address.path().endsWith("/")) {
      throw new IllegalArgumentException("name a file: " + address.scheme() + ":///here.db");
    }
    return Path.of(address.path().substring(1)).toAbsolutePath();
  }

  /** Refuses a place where no file can be, before the engine says so in its own words. */
  public static void check(Path file) throws SQLException {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoPlace("the folder " + folder + " does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new NoPlace(file + " is a folder, not a file");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new NoPlace(file + " may not be written");
    }
  }

  /** What is said of a place where no file can be; the code of the standard otherwise. */
  public static Words words(SQLException e) {
    return e instanceof NoPlace
        ? new Words(
            String.valueOf(e.getMessage()),
            "Name another file; a path from the root begins with four slashes.")
        : Words.of(e);
  }

  private static final class NoPlace extends SQLException {
    NoPlace(String why) {
      super(why);
    }
  }
}
