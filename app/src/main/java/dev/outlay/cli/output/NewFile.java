package dev.outlay.cli.output;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.io.OutputStream;
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
    Path part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
    part.toFile().deleteOnExit();
    return new NewFile(whole, part);
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
