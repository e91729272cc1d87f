package dev.outlay.simulator.fault;

import dev.outlay.simulator.http.HttpDate;
import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.http.Request;
import dev.outlay.simulator.http.Responder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Carries a fault out. */
record Mischief(Responder truth, InstantSource clock) {
  private static final AtomicLong CURSORS = new AtomicLong();
  private static final List<String> PAGING = List.of("page", "after_id", "before_id");

  Reply answer(Request request, Action action) {
    return switch (action) {
      case Action.Instead instead -> instead(instead);
      case Action.RetryAtDate(Duration after) ->
          instead(
              Errors.answer(429, Map.of("retry-after", HttpDate.of(clock.instant().plus(after)))));
      case Action.Delivered(var delivery) -> truth.answer(request).delivered(delivery);
      case Action.Rewritten(Rewrite how, String argument) ->
          rewritten(truth.answer(request), document -> how.apply(document, argument));
      case Action.Header(String name, String value) ->
          truth.answer(request).withHeader(name, value);
      case Action.Skew(Duration by) ->
          truth.answer(request).withHeader("date", HttpDate.of(clock.instant().plus(by)));
      case Action.Garbage(boolean gzip) -> garbage(truth.answer(request), gzip);
      case Action.Circle(Action.Circle.Kind kind) -> circle(request, kind);
    };
  }

  private Reply instead(Action.Instead instead) {
    Instant now = clock.instant();
    Reply reply =
        Reply.text(instead.status(), instead.contentType(), instead.body())
            .withHeader("date", HttpDate.of(now));
    for (Map.Entry<String, String> header : instead.headers().entrySet()) {
      reply = reply.withHeader(header.getKey(), header.getValue());
    }
    return reply.withHeader("request-id", Errors.REQUEST_ID);
  }

  private static Reply rewritten(Reply reply, Consumer<Document> change) {
    Document document = Document.of(text(reply));
    change.accept(document);
    return reply.withBody(document.print().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Reply reply) {
    try {
      return new String(reply.bytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply garbage(Reply reply, boolean gzip) {
    if (gzip) {
      return reply
          .withHeader("content-encoding", "gzip")
          .withBody("this was never compressed".getBytes(StandardCharsets.UTF_8));
    }
    String text = text(reply);
    return reply.withBody(
        (text.substring(0, text.length() * 2 / 3) + "]]").getBytes(StandardCharsets.UTF_8));
  }

  private Reply circle(Request request, Action.Circle.Kind kind) {
    Reply first = truth.answer(request.without(PAGING));
    return switch (kind) {
      case SAME_PAGE -> first;
      case SAME_CURSOR -> rewritten(first, document -> goOn(document, "page_cm91bmQ="));
      case NEW_CURSORS ->
          rewritten(first, document -> goOn(document, "page_" + CURSORS.incrementAndGet()));
    };
  }

  private static void goOn(Document document, String cursor) {
    document.put(document.has("last_id") ? "last_id" : "next_page", cursor);
    document.put("has_more", true);
  }
}
