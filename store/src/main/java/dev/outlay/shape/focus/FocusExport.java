package dev.outlay.shape.focus;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.store.Answers;
import dev.outlay.table.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the data set to a file, and its manifest beside it. Both appear under their names when
 * they are complete, the data first: a manifest whose hash is another one belongs to what was there
 * before. The same store gives the same files, to the byte.
 *
 * @param moment what is read; whoever hands it in closes it
 */
public record FocusExport(Answers moment, FocusShape shape) {
  /** The file that is meant: itself, or the usual name in a folder. */
  public static Path target(Path to, FocusVersion version, FocusForm form) {
    return Files.isDirectory(to) ? to.resolve("focus-" + version + "." + form) : to;
  }

  /**
   * Replaces the file, once all rows are written.
   *
   * @param period only days that begin in it; empty for everything
   * @throws KeepFailed when it cannot be written; then what was there is there still
   */
  public FocusManifest write(Path file, FocusForm form, Optional<Span> period) {
    Path whole = file.toAbsolutePath();
    Path data = part(whole);
    Path manifest = part(ManifestJson.beside(whole));
    try {
      FocusTally tally = fill(data, form, period);
      FocusManifest made =
          FocusManifest.of(shape, String.valueOf(whole.getFileName()), Sha256.of(data), tally);
      Files.writeString(manifest, ManifestJson.text(made));
      keep(data, whole);
      keep(manifest, ManifestJson.beside(whole));
      return made;
    } catch (IOException | UncheckedIOException e) {
      throw failed(file, e);
    } finally {
      drop(data);
      drop(manifest);
    }
  }

  private FocusTally fill(Path data, FocusForm form, Optional<Span> period) throws IOException {
    try (FocusFile out = form.open(data, shape.table())) {
      FocusTally tally = shape.rows(moment, period, out::add);
      out.end();
      return tally;
    }
  }

  private static Path part(Path whole) {
    return whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  private static void keep(Path part, Path whole) throws IOException {
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void drop(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException _) {
      // It is hidden and harmless.
    }
  }

  private static KeepFailed failed(Path file, Exception cause) {
    return new KeepFailed(
        Attempt.to("writing " + file, "focus", ""),
        "it could not be written",
        "See that its folder is there, may be written and has room.",
        cause);
  }
}
