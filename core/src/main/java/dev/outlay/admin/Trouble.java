package dev.outlay.admin;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** What kept an answer from coming whole, in words of our own. */
final class Trouble {
  private Trouble() {}

  static Failure.Retry of(Attempt attempt, IOException e, boolean answered) {
    return switch (e) {
      case HttpConnectTimeoutException _ ->
          retry(
              attempt,
              "no connection came about in time",
              "Check the network and the proxy setting.",
              e);
      case HttpTimeoutException _ -> passing(attempt, "no answer came in time", e);
      case ConnectException unknown when isUnresolved(unknown) ->
          retry(
              attempt,
              "the server's name is not known here",
              "Check base_url, DNS and the proxy setting.",
              e);
      case ConnectException _ ->
          retry(
              attempt,
              "the server could not be reached",
              "Check the network, base_url and the proxy setting.",
              e);
      case SSLException _ ->
          retry(
              attempt,
              "no secure connection came about",
              "Check the clock, and whether a proxy replaces certificates.",
              e);
      case ZipException _ -> passing(attempt, "the answer was damaged on its way", e);
      default ->
          passing(attempt, answered ? "the answer was cut off" : "the connection was lost", e);
    };
  }

  static Failure.Retry stalled(Attempt attempt, Duration patience) {
    String came = "the answer stopped coming for " + patience.toSeconds() + " s";
    return new Failure.Retry(attempt, came, Optional.empty());
  }

  private static Failure.Retry passing(Attempt attempt, String came, IOException e) {
    return new Failure.Retry(attempt, came, Optional.empty(), e);
  }

  private static Failure.Retry retry(Attempt attempt, String came, String advice, IOException e) {
    return new Failure.Retry(attempt, came, advice + " Nothing was lost.", true, e);
  }

  private static boolean isUnresolved(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause ->
            cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException);
  }
}
