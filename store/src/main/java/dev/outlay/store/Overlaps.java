package dev.outlay.store;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Finds rows that say the same of times that overlap. What is remembered of each is on the disk, so
 * any number of rows fits memory. One thread at a time.
 */
public final class Overlaps implements AutoCloseable {
  private static final String FOUND =
      """
      SELECT number, count(*) OVER () FROM (SELECT number, starts,
        max(ends) OVER (PARTITION BY a, b ORDER BY starts, number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM seen SEMI JOIN (SELECT a, b FROM seen GROUP BY a, b HAVING count(*) > 1) USING (a, b))
      WHERE starts < before ORDER BY number
      """;

  /**
   * What was found.
   *
   * @param count all of them
   * @param numbers the first of them
   */
  public record Found(long count, List<Long> numbers) {}

  private record Numbered(long number, long count) {}

  private final Path folder;
  private final Session session;
  private final DuckDBAppender seen;

  private Overlaps(Path folder, Session session, DuckDBAppender seen) {
    this.folder = folder;
    this.session = session;
    this.seen = seen;
  }

  /** With nothing remembered yet; its files are gone when it is closed. */
  public static Overlaps start() {
    try {
      Path folder = Files.createTempDirectory("outlay-overlaps-");
      Session session = new Session(engine(folder));
      session.run(
          "CREATE TABLE seen (number BIGINT, a BIGINT, b BIGINT, starts BIGINT, ends BIGINT)");
      return new Overlaps(folder, session, session.appender("rows", "main", "seen"));
    } catch (SQLException | IOException e) {
      throw failed(e);
    }
  }

  /**
   * Remembers a row.
   *
   * @param said a digest of what it says, of 16 bytes or more
   */
  public void add(long number, byte[] said, Span time) {
    ByteBuffer digest = ByteBuffer.wrap(said);
    try {
      seen.beginRow();
      seen.append(number);
      seen.append(digest.getLong());
      seen.append(digest.getLong());
      seen.append(Sql.micros(time.start()));
      seen.append(Sql.micros(time.end()));
      seen.endRow();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The rows that say what an earlier one said; the last thing that is asked. */
  public Found found(int most) {
    try {
      seen.close();
      List<Numbered> rows =
          session.rows(
              FOUND + "LIMIT " + most, row -> new Numbered(row.getLong(1), row.getLong(2)));
      return new Found(
          rows.stream().mapToLong(Numbered::count).findFirst().orElse(0),
          rows.stream().map(Numbered::number).toList());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
      sweep();
    } catch (SQLException | IOException _) {
      // The system clears its temporary folder.
    }
  }

  private void sweep() throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static DuckDBConnection engine(Path folder) throws SQLException {
    Properties options = new Properties();
    options.setProperty("threads", "1");
    options.setProperty("memory_limit", "128MB");
    options.setProperty("temp_directory", folder.resolve("spilled").toString());
    return Engine.open(folder.resolve("rows.duckdb").toString(), options);
  }

  private static KeepFailed failed(Exception cause) {
    return new KeepFailed(
        Attempt.to("looking for repeated rows", "temporary files", ""),
        "they could not be written",
        "See that the temporary folder has room.",
        cause);
  }
}
