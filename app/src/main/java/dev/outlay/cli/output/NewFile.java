package dev.outlay.cli.output;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that appears under its name when it is complete, and replaces an older one only then.
 *
 * @param target its name
 * @param part where it is written until then, beside it so that moving it is one step
 */
record NewFile(Path target, Path part) implements AutoCloseable {
  static NewFile beside(Path target) throws IOException {
    Path whole = target.toAbsolutePath();
    if (Files.exists(whole) && !Files.isRegularFile(whole)) {
      throw new IOException("it is no ordinary file");
    }
    if (isStore(whole)) {
      throw new WrongUse(target + " is a store, which no result replaces; name another file");
    }
    Path part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
    part.toFile().deleteOnExit();
    return new NewFile(whole, part);
  }

  /** Every DuckDB file has these four letters behind a checksum. */
  private static boolean isStore(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1).endsWith("DUCK");
    }
  }

  OutputStream open() throws IOException {
    return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void keep() throws IOException {
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }

  static KeepFailed failed(Path target, Exception cause) {
    return new KeepFailed(
        Attempt.to("writing the result", target.toString(), ""),
        "it could not be written",
        "See that its folder is there, may be written and has room.",
        cause);
  }
}
