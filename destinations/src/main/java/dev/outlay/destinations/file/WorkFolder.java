package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder for files on their way, locked as long as its process lives: so the next one can tell
 * what a killed one left.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** Looking at a lock of our own would give it up. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path whole;
  private final FileChannel lock;

  private WorkFolder(Path folder, Path whole, FileChannel lock) {
    this.folder = folder;
    this.whole = whole;
    this.lock = lock;
  }

  static WorkFolder in(Path all) throws IOException {
    Path folder = all.resolve(UUID.randomUUID().toString());
    OWN.add(folder);
    Files.createDirectories(folder);
    FileChannel lock = open(folder);
    lock.lock();
    return new WorkFolder(folder, folder, lock);
  }

  /**
   * One in the folder for temporary files, which nobody else may read; sweeps what is left there.
   */
  public static WorkFolder temporary(String prefix) throws IOException {
    Path made = Files.createTempDirectory(prefix);
    UserPrincipal owner = Files.getOwner(made);
    for (Path other : Disk.list(Disk.folder(made))) {
      if (other.getFileName().toString().startsWith(prefix)
          && Files.getOwner(other).equals(owner)) {
        sweep(other);
      }
    }
    WorkFolder inner = in(made);
    return new WorkFolder(inner.folder, made, inner.lock);
  }

  public Path path() {
    return folder;
  }

  /** Removes what nobody works in any more. */
  static void sweep(Path all) throws IOException {
    for (Path folder : Disk.list(all)) {
      if (!OWN.contains(folder) && isLeft(folder)) {
        Disk.remove(folder);
      }
    }
  }

  private static boolean isLeft(Path folder) throws IOException {
    try (FileChannel lock = open(folder)) {
      return lock.tryLock() != null;
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    lock.close();
    Disk.remove(whole);
    OWN.remove(folder);
  }
}
