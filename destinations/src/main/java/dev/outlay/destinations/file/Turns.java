package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time: of the threads here by a lock here, of other processes by a locked file.
 */
record Turns(Path file) {
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  Place.Turn take() throws IOException {
    ReentrantLock here =
        HERE.computeIfAbsent(Disk.folder(file).toRealPath(), _ -> new ReentrantLock());
    here.lock();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return () -> {
        channel.close();
        here.unlock();
      };
    } catch (IOException | RuntimeException e) {
      here.unlock();
      throw e;
    }
  }
}
