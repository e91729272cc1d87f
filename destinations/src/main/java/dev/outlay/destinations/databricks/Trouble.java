package dev.outlay.destinations.databricks;

import dev.outlay.destinations.sql.Words;
import dev.outlay.destinations.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Databricks and its driver said, in our words: theirs may quote rows. */
record Trouble(Warehouse warehouse) {
  private static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";
  private static final String CONNECTION = "CONNECTION_ERROR";
  private static final Pattern REFUSED = Pattern.compile("\\(HTTP 40[13]\\)|code: 40[13]");
  private static final String MISSING = "TABLE_OR_VIEW_NOT_FOUND";

  /** By the names of conditions, which stand at the head of its messages. */
  private static final Map<String, Words> KNOWN =
      Map.of(
          "SCHEMA_NOT_FOUND",
          new Words("there is no such schema", "Make it, or name another with ?schema=."),
          "NO_SUCH_CATALOG_EXCEPTION",
          new Words("there is no such catalog", "Name another with ?catalog=."),
          "CATALOG_NOT_FOUND",
          new Words("there is no such catalog", "Name another with ?catalog=."),
          "INSUFFICIENT_PERMISSIONS",
          new Words(
              "the user may not do that",
              "Grant USE CATALOG, USE SCHEMA, CREATE TABLE, SELECT and MODIFY."),
          "PERMISSION_DENIED",
          new Words(
              "the user may not do that",
              "Grant CAN USE on the warehouse and USE CATALOG, USE SCHEMA, CREATE TABLE, SELECT and"
                  + " MODIFY."),
          "DELTA_CONCURRENT",
          new Words("somebody else changed the same table", AGAIN));

  interface Work<T> {
    T run() throws SQLException, IOException, InterruptedException;
  }

  <T> T ask(String tried, Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      Words words = words(e);
      throw warehouse.because(tried, words.came(), words.advice(), e);
    } catch (IOException | UncheckedIOException e) {
      throw warehouse.because(
          tried, "the rows that waited here cannot be read", "See the disk. " + AGAIN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw warehouse.because(tried, "it was interrupted", AGAIN, e);
    }
  }

  /** Whether somebody else changed the same table at the same time. */
  static boolean isConflict(Exception e) {
    return e instanceof SQLException said && said(said).contains("DELTA_CONCURRENT");
  }

  static boolean isMissing(SQLException e) {
    return "42P01".equals(e.getSQLState()) || said(e).contains(MISSING);
  }

  private static Words words(SQLException e) {
    Optional<Words> known =
        KNOWN.entrySet().stream()
            .filter(each -> said(e).contains(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return known.orElseGet(() -> CONNECTION.equals(e.getSQLState()) ? away(e) : Words.of(e));
  }

  private static Words away(SQLException e) {
    return REFUSED.matcher(said(e)).find()
        ? new Words(
            "it refused the login",
            "See the token, or client_id and client_secret, in the address.")
        : new Words("it cannot be reached, or went away", "See host and http_path. " + AGAIN);
  }

  private static String said(SQLException e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }
}
