package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of every table in a folder for each load that changed it, which never changes once it
 * is there; and under the name of the table a link to the newest, which is replaced at once. The
 * generation before stays for whoever still reads it.
 */
record Generations(Path root, Path state) {
  private static final String TABLES = "tables";

  String folder(String table, long load) {
    return "%s/%s/%s/%06d".formatted(state.getFileName(), TABLES, table, load);
  }

  /** Makes the folder of a new generation: its new files, and the others by another name. */
  void build(Shelf shelf, Optional<Shelf> before, Map<String, Path> fresh) throws IOException {
    Path folder = root.resolve(shelf.folder());
    Disk.remove(folder);
    Files.createDirectories(folder);
    Set<Path> folders = new HashSet<>(Set.of(folder, Disk.folder(folder)));
    for (DataFile file : shelf.files()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(Disk.folder(path));
      folders.add(Disk.folder(path));
      put(fresh.get(shelf.path(file)), path, before.map(each -> each.path(file)));
    }
    for (Path each : folders) {
      Disk.force(each);
    }
  }

  private void put(@Nullable Path fresh, Path path, Optional<String> before) throws IOException {
    if (fresh == null) {
      Disk.link(root.resolve(before.orElseThrow()), path);
    } else {
      Disk.force(fresh);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Whether the names of the tables can be links of ours; otherwise the name that cannot. */
  Optional<Path> taken(List<Shelf> shelves) {
    return shelves.stream()
        .map(shelf -> root.resolve(shelf.table()))
        .filter(link -> Files.exists(link, LinkOption.NOFOLLOW_LINKS))
        .filter(link -> !Files.isSymbolicLink(link))
        .findFirst();
  }

  /** Every table's name names its newest generation. */
  void point(List<Shelf> shelves) throws IOException {
    for (Shelf shelf : shelves) {
      Path link = root.resolve(shelf.table());
      Path target = Path.of(shelf.folder());
      if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(target)) {
        Path aside = state.resolve("link");
        Files.deleteIfExists(aside);
        Files.createSymbolicLink(aside, target);
        Files.move(aside, link, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Disk.force(root);
  }

  /** Removes generations older than the one before the newest, and what was never finished. */
  void sweep(List<Shelf> shelves) throws IOException {
    Set<Path> kept = new HashSet<>();
    for (Shelf shelf : shelves) {
      Path newest = root.resolve(shelf.folder());
      kept.add(newest);
      Disk.list(Disk.folder(newest)).stream()
          .filter(other -> other.compareTo(newest) < 0)
          .reduce((_, later) -> later)
          .ifPresent(kept::add);
    }
    for (Path table : Disk.list(state.resolve(TABLES))) {
      for (Path generation : Disk.list(table)) {
        if (!kept.contains(generation)) {
          Disk.remove(generation);
        }
      }
    }
  }
}
