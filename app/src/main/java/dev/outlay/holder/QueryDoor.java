package dev.outlay.holder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What of the store can be reached from outside: {@code /status} and {@code /query}. */
final class QueryDoor implements HttpHandler {
  static final String TOKEN = "Outlay-Token";
  static final String VERSION = "Outlay-Version";
  static final int OK = 200;
  static final int NO_SUCH = 404;
  static final int WRONG_TOKEN = 401;
  static final int OTHER_VERSION = 409;
  static final int SHUT = 503;
  private static final int LONGEST_SQL = 1 << 20;
  private static final int MANY = 1 << 20;

  private final Answers store;
  private final Token token;
  private final Semaphore running = new Semaphore(MANY);
  private volatile Optional<Errands> errands = Optional.empty();

  QueryDoor(Answers store, Token token) {
    this.store = store;
    this.token = token;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int refusal = refusal(exchange);
      if (refusal != OK) {
        exchange.sendResponseHeaders(refusal, -1);
      } else if (exchange.getRequestURI().getPath().equals("/status")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (exchange.getRequestURI().getPath().equals("/errand")) {
        errand(exchange);
      } else {
        query(exchange);
      }
    }
  }

  void take(Errands some) {
    errands = Optional.of(some);
  }

  /** Takes no more queries and waits so long for those that run. */
  void shut(Duration grace) {
    try {
      running.tryAcquire(MANY, grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int refusal(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    if (!token.matches(headers.getFirst(TOKEN))) {
      return WRONG_TOKEN;
    }
    if (!OwnVersion.TEXT.equals(headers.getFirst(VERSION))) {
      return OTHER_VERSION;
    }
    return switch (exchange.getRequestMethod() + exchange.getRequestURI().getPath()) {
      case "GET/status", "POST/query" -> OK;
      case "POST/errand" -> errands.isPresent() ? OK : NO_SUCH;
      default -> NO_SUCH;
    };
  }

  private void query(HttpExchange exchange) throws IOException {
    if (!running.tryAcquire()) {
      exchange.sendResponseHeaders(SHUT, -1);
      return;
    }
    try {
      String sql = sql(exchange);
      exchange.sendResponseHeaders(OK, 0);
      WireSink sink = new WireSink(exchange.getResponseBody());
      answer(sql, sink);
      sink.close();
    } catch (UncheckedIOException _) {
      // The asker went away; nobody is left to be told.
    } finally {
      running.release();
    }
  }

  private void errand(HttpExchange exchange) throws IOException {
    byte[] done = errands.orElseThrow().run(sql(exchange)).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(OK, done.length);
    exchange.getResponseBody().write(done);
  }

  private static String sql(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_SQL);
    return new String(body, StandardCharsets.UTF_8);
  }

  private void answer(String sql, WireSink sink) {
    try {
      store.query(sql, sink);
      sink.end();
    } catch (QueryRefused e) {
      sink.refused(String.valueOf(e.getMessage()));
    } catch (Failure e) {
      sink.failed(e);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      sink.failed(unexpected(e));
    }
  }

  private static Failure unexpected(RuntimeException e) {
    return new KeepFailed(
        Attempt.to("answering", "store", ""),
        "the process that has it open met " + e.getClass().getSimpleName(),
        "Please report it.",
        e);
  }
}
