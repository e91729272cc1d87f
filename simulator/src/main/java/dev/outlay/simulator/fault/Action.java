package dev.outlay.simulator.fault;

import dev.outlay.simulator.http.Delivery;
import java.time.Duration;
import java.util.Map;

/** What goes wrong. */
public sealed interface Action {

  /** Another answer instead of the true one; headers in lower case. */
  record Instead(int status, Map<String, String> headers, String contentType, String body)
      implements Action {}

  /** 429 whose retry-after is an HTTP date, counted from the request. */
  record RetryAtDate(Duration after) implements Action {}

  /** The true answer, delivered badly. */
  record Delivered(Delivery delivery) implements Action {}

  /** The true answer with something changed inside. */
  record Rewritten(Rewrite how, String argument) implements Action {}

  /** The true answer with a header set. */
  record Header(String name, String value) implements Action {}

  /** The Date header is off by this much. */
  record Skew(Duration by) implements Action {}

  /** A body that is not what its headers say. */
  record Garbage(boolean gzip) implements Action {}

  /** Paging that goes round in circles. */
  record Circle(Kind kind) implements Action {

    /** One cursor for ever, a new one each time, or the first page once more. */
    public enum Kind {
      SAME_CURSOR,
      NEW_CURSORS,
      SAME_PAGE
    }
  }
}
