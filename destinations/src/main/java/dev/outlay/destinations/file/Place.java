package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where files and their manifest are. Safe for use by many threads. An IOException of the file
 * system is put into words by who asks; a place that knows better throws {@link
 * dev.outlay.failure.Failure.KeepFailed} itself.
 */
public interface Place extends AutoCloseable {
  /**
   * What stands there.
   *
   * @param mark which writing of the manifest it is
   */
  record Stand(Manifest manifest, String mark) {}

  /** While it is held, others who would write there wait, where the place can make them wait. */
  interface Turn extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  Turn turn() throws IOException;

  /** Empty where nothing was ever kept. */
  Optional<Stand> stand() throws IOException;

  /** Where the files of a table are from that load on, below the place. */
  String folder(String table, long load);

  /** A folder for files on their way, for this object alone. */
  Path work() throws IOException;

  /** A live file, readable here. */
  Path fetch(String path) throws IOException;

  /** Whether all live files of the table are still there. */
  boolean holds(Shelf shelf) throws IOException;

  /**
   * Keeps new files and then, in one step, the manifest that names them.
   *
   * @param before what stood there; empty for nothing
   * @param fresh the new files by their paths below the place, made in the folder for work
   * @return false when somebody else was faster, and nothing of it was kept
   */
  boolean keep(Optional<Stand> before, Manifest next, Map<String, Path> fresh, Instant now)
      throws IOException;

  @Override
  void close() throws IOException;
}
