package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder for files on their way, locked as long as its process lives: so the next one can tell
 * what a killed one left.
 */
final class WorkFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** Looking at a lock of our own would give it up. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static WorkFolder in(Path all) throws IOException {
    Path folder = all.resolve(UUID.randomUUID().toString());
    OWN.add(folder);
    Files.createDirectories(folder);
    FileChannel lock = open(folder);
    lock.lock();
    return new WorkFolder(folder, lock);
  }

  Path path() {
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
    Disk.remove(folder);
    OWN.remove(folder);
  }
}
