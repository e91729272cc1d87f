package dev.outlay.destinations.clickhouse;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ClickHouse server over its HTTP interface, which needs no driver. Answers are small and read
 * whole. Failures are told in our words: its own may quote rows.
 *
 * @param name for failures
 * @param at scheme, host and port
 * @param user goes with the password in headers, never in the address
 */
public record Server(HttpClient client, String name, URI at, String user, String password) {
  private static final Pattern CODE = Pattern.compile("Code: (\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Runs a statement without an answer. */
  void run(String tried, String sql) {
    send(tried, "", sql.getBytes(StandardCharsets.UTF_8));
  }

  /** The first number of an answer. */
  long number(String tried, String sql) {
    return Long.parseLong(rows(tried, sql).getFirst().getFirst());
  }

  /** An answer as cells, in the text form of COPY. */
  List<List<String>> rows(String tried, String sql) {
    String answer = send(tried, "", sql.getBytes(StandardCharsets.UTF_8));
    return answer.lines().map(line -> List.of(line.split("\t", -1))).toList();
  }

  /** Puts rows, as {@link dev.outlay.destinations.sql.CopyText} writes them, into a table. */
  void insert(String tried, String into, byte[] rows) {
    String sql = "INSERT INTO " + into + " FORMAT TabSeparated";
    send(tried, "?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8), rows);
  }

  KeepFailed because(String tried, String came, String advice, Throwable... cause) {
    return new KeepFailed(Attempt.to(tried, name, ""), came, advice, cause);
  }

  private String send(String tried, String query, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(at.resolve("/" + query))
            .timeout(PATIENCE)
            .header("X-ClickHouse-User", user)
            .header("X-ClickHouse-Key", password)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw refused(tried, answer.statusCode(), answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw because(tried, "it cannot be reached, or went away", "See that it runs.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw because(tried, "it was interrupted", "The next run goes on.", e);
    }
  }

  private KeepFailed refused(String tried, int status, String said) {
    Matcher code = CODE.matcher(said);
    IOException cause = new IOException(said);
    return switch (code.find() ? Integer.parseInt(code.group(1)) : 0) {
      case 192, 193, 194, 516 ->
          because(tried, "it refused the login", "See user and password in the address.", cause);
      case 81 -> because(tried, "there is no such database", "Make it, or name another.", cause);
      case 497 ->
          because(tried, "the user may not do that", "Grant rights on the database.", cause);
      case 241 -> because(tried, "it has no memory left", "Give it more, or try later.", cause);
      case 243 -> because(tried, "it has no room left", "Make room there.", cause);
      case 0 -> because(tried, "it answered with HTTP " + status, "See host and port.", cause);
      default ->
          because(
              tried,
              "it answered with code " + code.group(1),
              "Use --debug to see what it said; the next run goes on.",
              cause);
    };
  }
}
