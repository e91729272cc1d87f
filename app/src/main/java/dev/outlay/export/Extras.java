package dev.outlay.export;

import dev.outlay.destination.DestinationKind;
import dev.outlay.destinations.sql.Drivers;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.metric.PushKind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder with what is not part of the download: each folder in it holds the jars of one
 * destination or one driver, and is loaded apart from the others. What is loaded stays.
 */
public record Extras(Path folder) {
  /** A folder is loaded once, however often it is asked for: a courier asks with each passage. */
  private static final ConcurrentMap<Path, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  /** The destinations of the program and of the folder; drivers in it are known afterwards. */
  public Kinds kinds() {
    List<ClassLoader> loaders = loaders(folder);
    System.setProperty(Drivers.EXTRAS, folder.toString());
    return new Kinds(
        Stream.concat(kinds(Extras.class.getClassLoader()), loaders.stream().flatMap(Extras::kinds))
            .filter(distinct())
            .toList(),
        Stream.concat(Stream.of(Extras.class.getClassLoader()), loaders.stream())
            .flatMap(Extras::pushes)
            .toList());
  }

  private static Stream<DestinationKind> kinds(ClassLoader loader) {
    return ServiceLoader.load(DestinationKind.class, loader).stream()
        .map(ServiceLoader.Provider::get);
  }

  private static Stream<PushKind> pushes(ClassLoader loader) {
    return ServiceLoader.load(PushKind.class, loader).stream().map(ServiceLoader.Provider::get);
  }

  /** A loader of the folder also finds what the program itself has. */
  private static Predicate<DestinationKind> distinct() {
    Set<String> seen = new HashSet<>();
    return kind -> seen.add(kind.name());
  }

  static List<ClassLoader> loaders(Path folder) {
    return listed(folder)
        .filter(Files::isDirectory)
        .map(jars -> LOADERS.computeIfAbsent(jars, Extras::loader))
        .toList();
  }

  private static ClassLoader loader(Path jars) {
    URL[] urls =
        listed(jars)
            .filter(file -> file.toString().endsWith(".jar"))
            .map(Extras::url)
            .toArray(URL[]::new);
    return new URLClassLoader(jars.getFileName().toString(), urls, Extras.class.getClassLoader());
  }

  private static Stream<Path> listed(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new Failure.KeepFailed(
          Attempt.to("looking for extras", folder.toString(), ""),
          "the folder cannot be read",
          "See who may read it.",
          e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
