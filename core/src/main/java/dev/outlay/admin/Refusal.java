package dev.outlay.admin;

import dev.outlay.dataset.Node;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** An answer that is not the one asked for, and which of the failures it is. */
record Refusal(Call call, Attempt attempt, Reply reply, ApiKey key) {
  private static final int LONGEST_BODY = 8192;
  private static final int LONGEST_SHOWN = 200;
  private static final String KEY_ADVICE =
      "Make an Admin key (sk-ant-admin…) in the Console under Settings, Admin keys, and set it.";

  Failure failure(InputStream body, Instant now) {
    String came = "HTTP " + reply.status() + said(body);
    return switch (reply.status()) {
      case 401 -> new Failure.Refused(attempt, "the key was refused with " + came, KEY_ADVICE);
      case 402 -> new Failure.Refused(attempt, came, "Settle the billing of the organisation.");
      case 403 -> forbidden(came);
      case 404 -> missing(came);
      case 407 -> proxy("a proxy wants a sign-in (" + came + ")");
      case 410 -> throw new Restart(attempt, came);
      case 301, 302, 303, 307, 308 ->
          new Failure.Retry(
              attempt,
              "a redirect came (HTTP " + reply.status() + "), which would carry the key elsewhere",
              "It is never followed: set base_url to where the API is.",
              false);
      case 429 -> new Failure.Retry(attempt, "too many requests: " + came, reply.retryAfter(now));
      case 200 -> proxy("a web page came instead of data");
      default -> other(came, now);
    };
  }

  private Failure forbidden(String came) {
    return call.optional()
        ? notEntitled(came)
        : new Failure.Refused(attempt, "the key may not read this: " + came, KEY_ADVICE);
  }

  private Failure missing(String came) {
    return call.optional() ? notEntitled(came) : new Failure.Unreadable(attempt, came);
  }

  private Failure other(String came, Instant now) {
    boolean hopeless = reply.header("x-should-retry").filter("false"::equals).isPresent();
    if (reply.isHtml()) {
      return proxy("a web page came instead of data (HTTP " + reply.status() + ")");
    }
    if (reply.status() >= 500 && hopeless) {
      return new Failure.Retry(attempt, came, "The server says not to repeat it now.", false);
    }
    return reply.status() >= 500 || reply.status() == 408
        ? new Failure.Retry(attempt, came, reply.retryAfter(now))
        : new Failure.Unreadable(attempt, came);
  }

  private Failure.NotEntitled notEntitled(String came) {
    return new Failure.NotEntitled(
        attempt,
        "not open to this organisation or key: " + came,
        "Nothing to do; the rest goes on.");
  }

  private Failure.Retry proxy(String came) {
    return new Failure.Retry(
        attempt,
        came,
        "Something between here and the API answered: check proxy and base_url.",
        true);
  }

  /** The server's own words, one line, short, and never the key. */
  private String said(InputStream body) {
    try {
      Node answer = Json.object(body.readNBytes(LONGEST_BODY));
      return answer.at(List.of("error", "message")) instanceof String message
          ? ", \"" + shown(message) + "\""
          : "";
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  private String shown(String message) {
    String line =
        message.replace(key.secret(), key.toString()).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
  }
}
