package dev.outlay.vault;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secret keys in a file beside the store, one a line, the newest first. Only its owner may read
 * it. It is replaced as a whole, so that a crash leaves the old one or the new one.
 *
 * <p>Failures are {@link KeepFailed}, with the file's name and without its text.
 */
public record KeyFile(Path file) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  public static KeyFile beside(Path store) {
    return new KeyFile(store.resolveSibling(store.getFileName() + ".key"));
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /** The keys in it. */
  public List<SecretKey> read() {
    checkMode();
    try (Stream<String> lines = Files.lines(file)) {
      List<SecretKey> keys = lines.filter(line -> !line.isBlank()).map(SecretKey::of).toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return keys;
    } catch (IOException e) {
      throw failed("reading", "it cannot be read", "See that this user may read it.", e);
    } catch (IllegalArgumentException e) {
      throw failed(
          "reading",
          "it holds no key",
          "Restore it from a backup, or move it away and rotate the key of every connection.",
          e);
    }
  }

  /** Puts these in the place of what was there; they are on the disk when this returns. */
  public void write(List<SecretKey> keys) {
    String text = String.join("\n", keys.stream().map(SecretKey::secret).toList()) + "\n";
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      put(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      toDisk(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw failed("writing", "it cannot be written", "See that this user may write there.", e);
    }
  }

  private static void put(Path fresh, String text) throws IOException {
    Set<StandardOpenOption> fresher =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel to =
        FileChannel.open(fresh, fresher, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      to.force(true);
    }
  }

  /** The file's new name is on the disk too: else a key that is used could be lost. */
  private static void toDisk(@Nullable Path folder) throws IOException {
    if (folder != null) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private void checkMode() {
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw failed(
            "reading",
            "others than its owner may read it",
            "Run chmod 600 on it; if somebody may have read it, run outlay connections rekey and"
                + " make new Admin keys.");
      }
    } catch (IOException e) {
      throw failed("reading", "it cannot be read", "See that this user may read it.", e);
    }
  }

  private KeepFailed failed(String tried, String came, String advice, Throwable... cause) {
    return new KeepFailed(
        Attempt.to(tried + " the secret key", "key file " + file, ""), came, advice, cause);
  }
}
