package dev.outlay.destinations.waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file without a name, which is gone with the process; it is made when something is first
 * written. Failures are {@link UncheckedIOException}. One thread at a time.
 */
public final class NamelessFile implements AutoCloseable {
  private @Nullable FileChannel file;
  private long end;

  /** Whether anything was ever written. */
  public boolean isMade() {
    return file != null;
  }

  /** Writes behind what is there, and says where that begins. */
  public long append(byte[] bytes) {
    long at = end;
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      while (left.hasRemaining()) {
        end += file().write(left, end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return at;
  }

  /** What was written there. */
  public byte[] read(long at, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && file().read(bytes, at + bytes.position()) >= 0) {
        // Until it is whole.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException _) {
      // It has no name: nothing stays.
    }
  }

  private FileChannel file() throws IOException {
    FileChannel open = file;
    if (open == null) {
      Path path = Files.createTempFile("outlay", ".rows");
      open =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = open;
    }
    return open;
  }
}
