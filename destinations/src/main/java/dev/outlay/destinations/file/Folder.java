package dev.outlay.destinations.file;

import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this machine. The manifest is replaced by one rename, and then the link of each table
 * by another; a process that ends between the two is finished by the next.
 */
public final class Folder implements Place {
  private static final String MANIFEST = "_manifest.json";
  private static final String STATE = "_outlay";
  private static final String LOOKING = "looking at the folder";

  private final Path root;
  private final FileTrouble trouble;
  private final Generations generations;
  private @Nullable WorkFolder work;

  /**
   * @param name for failures
   */
  public Folder(Path root, String name) {
    this.root = root.toAbsolutePath().normalize();
    this.trouble = new FileTrouble(name);
    this.generations = new Generations(this.root, state());
  }

  @Override
  public Turn turn() throws IOException {
    make();
    Turn turn = new Turns(state().resolve("lock")).take();
    try {
      List<Shelf> shelves = shelves();
      refuseTaken(shelves);
      generations.point(shelves);
      generations.sweep(shelves);
      WorkFolder.sweep(state().resolve("work"));
      return turn;
    } catch (IOException | RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  @Override
  public Optional<Stand> stand() throws IOException {
    Path manifest = root.resolve(MANIFEST);
    if (!Files.exists(manifest)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(manifest, StandardCharsets.UTF_8);
      return Optional.of(new Stand(ManifestJson.of(text), ""));
    } catch (IllegalArgumentException _) {
      throw notOurs(manifest);
    }
  }

  @Override
  public String folder(String table, long load) {
    return generations.folder(table, load);
  }

  @Override
  public synchronized Path work() throws IOException {
    WorkFolder open = work;
    if (open == null) {
      make();
      open = WorkFolder.in(state().resolve("work"));
      work = open;
    }
    return open.path();
  }

  @Override
  public Path fetch(String path) {
    return root.resolve(path);
  }

  @Override
  public boolean holds(Shelf shelf) {
    return Files.isDirectory(root.resolve(shelf.folder()))
        && shelf.paths().allMatch(path -> Files.exists(root.resolve(path)));
  }

  @Override
  public boolean keep(Optional<Stand> before, Manifest next, Map<String, Path> fresh, Instant now)
      throws IOException {
    refuseTaken(next.shelves());
    for (Shelf shelf : next.shelves()) {
      Optional<Shelf> known = before.flatMap(stand -> stand.manifest().shelf(shelf.table()));
      if (known.map(Shelf::folder).filter(shelf.folder()::equals).isEmpty()) {
        generations.build(shelf, known, fresh);
      }
    }
    Disk.replace(root.resolve(MANIFEST), state().resolve("manifest"), ManifestJson.text(next, now));
    generations.point(next.shelves());
    generations.sweep(next.shelves());
    return true;
  }

  @Override
  public synchronized void close() throws IOException {
    if (work != null) {
      work.close();
      work = null;
    }
  }

  private Path state() {
    return root.resolve(STATE);
  }

  private List<Shelf> shelves() throws IOException {
    return stand().map(stand -> stand.manifest().shelves()).orElse(List.of());
  }

  /** The folder is made, or is ours already: what others keep there is never touched. */
  private void make() throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw trouble.because(
          LOOKING, "there is a file in the place of the folder", "Name another folder.");
    }
    if (!Files.isDirectory(state())) {
      for (Path other : Disk.list(root)) {
        if (!other.getFileName().toString().startsWith(".")) {
          throw notOurs(other);
        }
      }
      Files.createDirectories(state());
      refuseWithoutLinks();
    }
  }

  private void refuseWithoutLinks() throws IOException {
    Path link = state().resolve("link");
    try {
      Files.createSymbolicLink(link, Path.of(STATE));
      Files.delete(link);
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (!Files.isWritable(state())) {
        throw e;
      }
      throw trouble.because(
          LOOKING,
          "its file system has no symbolic links, so a load could be seen half",
          "Name a folder on another.");
    }
  }

  private void refuseTaken(List<Shelf> shelves) {
    generations
        .taken(shelves)
        .ifPresent(path -> {
          throw notOurs(path);
        });
  }

  private KeepFailed notOurs(Path path) {
    return trouble.because(
        LOOKING,
        path.getFileName() + " is there and was not written by this program",
        "Name an empty folder, or one that does not exist.");
  }
}
