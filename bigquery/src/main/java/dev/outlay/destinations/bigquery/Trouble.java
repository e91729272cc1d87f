package dev.outlay.destinations.bigquery;

import com.google.cloud.bigquery.BigQueryException;
import dev.outlay.destinations.sql.Words;
import dev.outlay.destinations.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What BigQuery and its client said, in our words: theirs may quote rows. */
record Trouble(Warehouse warehouse) {
  private static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";

  private static final Pattern REASON = Pattern.compile("\"reason\"\\s*:\\s*\"(\\w+)\"");

  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  <T> T ask(String tried, Work<T> work) {
    try {
      return work.run();
    } catch (BigQueryException e) {
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

  private static Words words(BigQueryException e) {
    return isConflict(e)
        ? new Words("somebody else changed the same table", AGAIN)
        : refusedKey(e).orElseGet(() -> byReason(reason(e), e.getCode()));
  }

  /** Whether it is out of order for a moment. */
  static boolean passes(Exception e) {
    return e instanceof BigQueryException said
        && (said.getCode() >= 500 || (said.getCode() == 0 && reason(said).isEmpty()))
        && refusedKey(said).isEmpty();
  }

  /** Whether somebody else changed the same table at the same time. */
  static boolean isConflict(Exception e) {
    return e instanceof BigQueryException said
        && String.valueOf(said.getMessage()).contains("concurrent update");
  }

  private static Words byReason(String reason, int status) {
    return switch (reason) {
      case "notFound" ->
          new Words(
              "there is no such dataset, or not in that location",
              "Make it, or see project, dataset and ?location=.");
      case "accessDenied" ->
          new Words(
              "the user may not do that",
              "Grant BigQuery Data Editor on the dataset and BigQuery Job User on the project.");
      case "quotaExceeded" -> new Words("a quota is used up", "See quotas there. " + AGAIN);
      case "rateLimitExceeded", "jobRateLimitExceeded" ->
          new Words("it was asked too often", "Pass on less often. " + AGAIN);
      case "billingNotEnabled", "billingTierLimitExceeded" ->
          new Words(
              "the project has no billing",
              "Enable it: without, BigQuery takes no statements that change rows.");
      case "responseTooLarge", "resourcesExceeded" ->
          new Words("the statement was too large for it", AGAIN);
      default -> byStatus(reason, status);
    };
  }

  private static Words byStatus(String reason, int status) {
    return switch (status) {
      case 401 -> refused();
      case 403 -> byReason("accessDenied", 0);
      case 404 -> byReason("notFound", 0);
      case 429 -> byReason("rateLimitExceeded", 0);
      case 500, 502, 503, 504 -> new Words("it is out of order for now", AGAIN);
      default ->
          status == 0 && reason.isEmpty()
              ? new Words("it cannot be reached, or went away", "See the network. " + AGAIN)
              : new Words(
                  "it answered with " + (reason.isEmpty() ? "HTTP " + status : reason),
                  "Use --debug to see what it said. " + AGAIN);
    };
  }

  /** The library that fetches tokens tells its failures as those of a connection. */
  private static Optional<Words> refusedKey(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("getting access token")) {
        return Optional.of(refused());
      }
    }
    return Optional.empty();
  }

  private static Words refused() {
    return new Words(
        "it refused the key", "See that it is in force, and that the account is not disabled.");
  }

  /** Of an upload the client does not read the answer. */
  private static String reason(BigQueryException e) {
    String told = e.getReason() == null ? "" : e.getReason();
    Matcher answer = REASON.matcher(String.valueOf(e.getMessage()));
    return told.isEmpty() && answer.find() ? answer.group(1) : told;
  }
}
