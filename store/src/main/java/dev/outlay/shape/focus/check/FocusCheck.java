package dev.outlay.shape.focus.check;

import dev.outlay.shape.focus.FocusManifest;
import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.shape.focus.ManifestJson;
import dev.outlay.store.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Checks a data file, CSV or Parquet, whoever wrote it, and its manifest where one lies beside it.
 * The file is streamed; memory does not grow with it.
 *
 * @param wanted the version it should be of; else the manifest's, or what its columns look like
 */
public record FocusCheck(Optional<FocusVersion> wanted) {
  /**
   * What came of it.
   *
   * @param version it was checked against
   * @param withManifest whether there was one
   * @param findings one for each way in which something is wrong
   * @param notes what is not wrong but should be known
   */
  public record Report(
      FocusVersion version,
      long rows,
      boolean withManifest,
      List<Finding> findings,
      List<String> notes) {}

  /** The names and sentences of all rules, in the order of reports. */
  public static List<String> rules() {
    return Rules.ALL.stream().map(rule -> rule.name() + ": " + rule.sentence()).toList();
  }

  /**
   * Reads it once, and once more for its hash where there is a manifest.
   *
   * @throws UnreadableFile where it is no such file
   */
  public Report of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFile(file + (Files.exists(file) ? " is no file" : " is not there"));
    }
    try {
      return of(file, manifest(file));
    } catch (IOException e) {
      throw new UnreadableFile(file + " cannot be read", e);
    }
  }

  private Report of(Path file, Optional<FocusManifest> manifest) throws IOException {
    try (Looking looking = new Looking(file, told(manifest), manifest)) {
      if (ParquetSource.isOne(file)) {
        new ParquetSource(file).to(looking);
      } else {
        new CsvSource(file).to(looking);
      }
      return looking.report();
    }
  }

  private Optional<FocusVersion> told(Optional<FocusManifest> manifest) {
    return wanted.or(() -> manifest.map(FocusManifest::version).flatMap(FocusVersion::named));
  }

  private static Optional<FocusManifest> manifest(Path file) throws IOException {
    Path beside = ManifestJson.beside(file);
    if (!Files.isRegularFile(beside)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ManifestJson.read(beside));
    } catch (IllegalArgumentException e) {
      throw new UnreadableFile(beside + " is no manifest", e);
    }
  }
}
