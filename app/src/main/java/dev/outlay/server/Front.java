package dev.outlay.server;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where requests come in and answers go out; everything behind it knows nothing of Jetty. */
final class Front extends Handler.Abstract {
  private static final int SHORT = 64 << 10;
  private final UnaryOperator<Incoming> first;
  private final Function<Incoming, Reply> behind;
  private final Problems problems;
  private final InstantSource clock;

  /**
   * The way in.
   *
   * @param first makes of a request what it was before others passed it on
   * @param behind answers it
   */
  Front(
      UnaryOperator<Incoming> first,
      Function<Incoming, Reply> behind,
      Problems problems,
      InstantSource clock) {
    super(InvocationType.BLOCKING);
    this.first = first;
    this.behind = behind;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Incoming incoming = first.apply(incoming(request));
    try {
      Reply reply = answer(incoming);
      finish(request, response);
      send(incoming, reply, response);
      callback.succeeded();
    } catch (IOException e) {
      callback.failed(e);
    } catch (RuntimeException e) {
      refuse(incoming, e, response, callback);
    }
    return true;
  }

  /**
   * A body that nobody wanted is read all the same, as far as it is short: else the connection is
   * closed, and whoever sends the next request on it would not know why.
   */
  private static void finish(Request request, Response response) throws IOException {
    if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0) {
      if (request.getLength() >= 0 && request.getLength() <= SHORT) {
        Content.Source.consumeAll(request);
      } else if (!request.consumeAvailable()) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
      }
    }
  }

  private Reply answer(Incoming incoming) {
    try {
      return behind.apply(incoming);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return problem(incoming, e);
    }
  }

  private Reply problem(Incoming incoming, Throwable thrown) {
    Refusal refusal =
        problems.of(thrown, incoming.method() + " " + Texts.shortened(incoming.path()));
    Reply reply =
        Reply.bytes("application/problem+json", Json.bytes(refusal.problem()))
            .status(refusal.problem().status());
    for (Reply.Header header : refusal.headers()) {
      reply = reply.with(header.name(), header.value());
    }
    return reply;
  }

  /** What failed while it was being sent can only be cut off, unless nothing had left yet. */
  private void refuse(Incoming incoming, RuntimeException e, Response response, Callback callback) {
    if (response.isCommitted()) {
      callback.failed(e);
      return;
    }
    response.reset();
    try {
      send(incoming, problem(incoming, e), response);
      callback.succeeded();
    } catch (IOException gone) {
      callback.failed(gone);
    }
  }

  private Incoming incoming(Request request) {
    String query = request.getHttpURI().getQuery();
    String path = request.getHttpURI().getPath();
    return new Incoming(
        request.getMethod(),
        path == null ? "/" : path,
        query == null ? "" : query,
        name -> Optional.ofNullable(request.getHeaders().get(name)),
        Request.getRemoteAddr(request),
        request.isSecure(),
        Optional.ofNullable(request.getHttpURI().getAuthority()).orElse(""),
        clock.instant(),
        () -> Content.Source.asInputStream(request));
  }

  private static void send(Incoming incoming, Reply reply, Response response) throws IOException {
    response.setStatus(reply.status());
    Headers.ALWAYS.forEach(each -> put(response, each));
    if (incoming.secure()) {
      put(response, Headers.SECURE);
    }
    reply.headers().forEach(each -> response.getHeaders().add(each.name(), each.value()));
    if (!response.getHeaders().contains(HttpHeader.CACHE_CONTROL)) {
      put(response, new Reply.Header("Cache-Control", "private, no-cache"));
    }
    Sending sending = new Sending(incoming, response);
    switch (reply.body()) {
      case Reply.Json(var value) -> sending.bytes("application/json", Json.bytes(value));
      case Reply.Bytes(var type, var bytes) -> sending.bytes(type, bytes);
      case Reply.Ready(var encoded) -> sending.encoded(encoded);
      case Reply.Streamed(var type, var writing) -> sending.streamed(type, writing);
      case Reply.None _ -> sending.nothing();
    }
  }

  private static void put(Response response, Reply.Header header) {
    response.getHeaders().put(header.name(), header.value());
  }
}
