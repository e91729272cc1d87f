package dev.outlay.admin;

import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;

/**
 * Sends requests and nothing but {@code GET}; waits its turn, tries again where that may help, and
 * says the rest as one of the five failures. Redirects are never followed, since they would carry
 * the key elsewhere. Safe for use by many threads.
 */
final class AdminClient {
  private static final Duration AFTER_429 = Duration.ofSeconds(20);
  private final AdminSettings settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Budgets budgets;
  private final HttpClient http;
  private final Line line;
  private final Semaphore room;

  AdminClient(AdminSettings settings, InstantSource clock, Ticker ticker, Line line) {
    this(settings, clock, ticker, Budgets.of(settings.baseUrl(), ticker), line, line.room());
  }

  private AdminClient(
      AdminSettings settings,
      InstantSource clock,
      Ticker ticker,
      Budgets budgets,
      Line line,
      Semaphore room) {
    this.settings = settings;
    this.clock = clock;
    this.ticker = ticker;
    this.budgets = budgets;
    this.line = line;
    this.http = line.client(settings);
    this.room = room;
  }

  /** The same with the same allowances for somebody who has time. */
  AdminClient patient() {
    return new AdminClient(settings, clock, ticker, budgets, line, line.patientRoom());
  }

  /** What to do with the body of an answer. Called anew for every attempt. */
  interface Body<T> {
    T read(InputStream body, Reply reply) throws IOException;
  }

  /**
   * Asks until an answer was read whole, or until there is no sense in asking again.
   *
   * @param asked told of every request
   */
  <T> T get(Call call, Runnable asked, Body<T> body) {
    for (int failed = 1; ; failed++) {
      try {
        budgets.of(call.budget()).take();
        return inTurn(call, asked, body);
      } catch (RequestBudget.Closed closed) {
        throw closed(call, closed.time());
      } catch (InterruptedException e) {
        throw interrupted(call);
      } catch (Failure.Retry failure) {
        pause(call, failed, failure);
      }
    }
  }

  private <T> T inTurn(Call call, Runnable asked, Body<T> body) throws InterruptedException {
    room.acquire();
    try {
      asked.run();
      return once(call, body);
    } finally {
      room.release();
    }
  }

  /** Loads the client's classes and the machine's certificates. */
  static void warmUp() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.sslContext();
    }
  }

  Instant now(Reply reply) {
    return reply.date().orElseGet(clock::instant);
  }

  private <T> T once(Call call, Body<T> body) throws InterruptedException {
    Reply reply = null;
    try {
      reply = new Reply(http.send(request(call), BodyHandlers.ofInputStream()));
      return read(call, reply, body);
    } catch (IOException e) {
      Attempt attempt =
          call.attempt().answered(Optional.ofNullable(reply).flatMap(Reply::requestId));
      throw Trouble.of(attempt, e, reply != null);
    }
  }

  private <T> T read(Call call, Reply reply, Body<T> body) throws IOException {
    StallWatch watched =
        new StallWatch(reply.response().body(), settings.patience(), line.watches());
    try (InputStream plain = reply.isGzip() ? new GZIPInputStream(watched, 1 << 16) : watched) {
      if (reply.status() != 200 || reply.isHtml()) {
        throw refusal(call, reply, plain);
      }
      return body.read(plain, reply);
    } catch (IOException e) {
      if (watched.stalled()) {
        throw Trouble.stalled(attempt(call, reply), settings.patience());
      }
      throw e;
    } finally {
      watched.close();
    }
  }

  private Failure refusal(Call call, Reply reply, InputStream body) {
    Failure failure =
        new Refusal(call, attempt(call, reply), reply, settings.key())
            .failure(body, clock.instant());
    if (reply.status() == 429 && failure instanceof Failure.Retry retry) {
      budgets.of(call.budget()).tooMany(retry.after().orElse(AFTER_429));
    }
    return failure;
  }

  private void pause(Call call, int failed, Failure.Retry failure) {
    Duration wait = new RetryRule(settings.attempts()).wait(failed, failure).orElse(null);
    if (wait == null) {
      throw failure;
    }
    try {
      ticker.sleep(wait);
    } catch (InterruptedException e) {
      throw interrupted(call);
    }
  }

  private static Attempt attempt(Call call, Reply reply) {
    return call.attempt().answered(reply.requestId());
  }

  private static Failure.Retry closed(Call call, Duration time) {
    return new Failure.Retry(
        call.attempt(),
        "not asked: the server wants no such request for " + time.toMinutes() + " minutes",
        "Run the same command again then.",
        false);
  }

  private static Failure.Retry interrupted(Call call) {
    Thread.currentThread().interrupt();
    return new Failure.Retry(
        call.attempt(), "it was interrupted", "Run the same command to go on.", false);
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.on(settings.baseUrl()))
            .timeout(settings.patience())
            .header(settings.key().header().name(), settings.key().header().value())
            .header("anthropic-version", settings.version())
            .header("accept", "application/json")
            .header("accept-encoding", "gzip")
            .header("user-agent", "outlay");
    call.beta().forEach(value -> request.header("anthropic-beta", value));
    return request.GET().build();
  }

  /** How long it takes when so many requests of each kind are made side by side. */
  Duration waitFor(Map<Budget, Integer> requests) {
    return budgets.waitFor(requests);
  }
}
