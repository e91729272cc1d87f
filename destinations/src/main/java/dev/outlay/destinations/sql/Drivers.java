package dev.outlay.destinations.sql;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * JDBC drivers that are not part of the download. They are looked for on the class path, then in
 * the folder of extras, where every folder has the jars of one driver: those see each other and
 * nothing of ours.
 */
public final class Drivers {
  /** The system property that names the folder of extras. */
  public static final String EXTRAS = "outlay.extras";

  private static final ConcurrentMap<Path, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private Drivers() {}

  /**
   * Opens a session with whichever driver takes the address.
   *
   * @param jar what to look for where there is none: the usual name of the driver's jar
   */
  public static Connection connect(String url, Properties login, String jar) throws SQLException {
    Driver driver = taking(url).orElseThrow(() -> new Missing(jar));
    Connection session = driver.connect(url, login);
    if (session == null) {
      throw new Missing(jar);
    }
    return session;
  }

  /** Said of a driver that is not there; nothing where it is something else. */
  static Optional<Words> words(SQLException e) {
    return e instanceof Missing missing ? Optional.of(missing.words()) : Optional.empty();
  }

  private static Optional<Driver> taking(String url) throws SQLException {
    for (ClassLoader loader : loaders()) {
      for (ServiceLoader.Provider<Driver> found : providers(loader)) {
        Optional<Driver> driver = made(found);
        if (driver.isPresent() && driver.get().acceptsURL(url)) {
          return driver;
        }
      }
    }
    return Optional.empty();
  }

  private static List<ServiceLoader.Provider<Driver>> providers(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).stream().toList();
  }

  /** A driver that does not load here must not hide another. */
  private static Optional<Driver> made(ServiceLoader.Provider<Driver> found) {
    try {
      return Optional.of(found.get());
    } catch (ServiceConfigurationError _) {
      return Optional.empty();
    }
  }

  private static List<ClassLoader> loaders() {
    return Stream.concat(Stream.of(Drivers.class.getClassLoader()), extras().stream()).toList();
  }

  private static List<ClassLoader> extras() {
    String folder = System.getProperty(EXTRAS, "");
    return folder.isEmpty()
        ? List.of()
        : inside(Path.of(folder)).filter(Files::isDirectory).map(Drivers::loader).toList();
  }

  private static ClassLoader loader(Path folder) {
    return LOADERS.computeIfAbsent(
        folder,
        _ ->
            new URLClassLoader(
                inside(folder)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .map(Drivers::url)
                    .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader()));
  }

  private static Stream<Path> inside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException _) {
      return Stream.empty();
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Missing extends SQLException {
    private final String jar;

    Missing(String jar) {
      super("no driver " + jar);
      this.jar = jar;
    }

    Words words() {
      return new Words(
          "its driver is not here",
          "Put %s.jar into a folder of its own in the folder extras, and run it again."
              .formatted(jar));
    }
  }
}
