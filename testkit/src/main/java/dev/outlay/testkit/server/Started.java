package dev.outlay.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A server that was started for a test, until it is closed. */
public record Started(Process process, Path log) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_MILLIS = 200;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A port nobody listens on. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until that address answers with success. */
  public Started ready(URI address) {
    until(() -> {
      assertThat(process.isAlive()).as(said()).isTrue();
      assertThat(get(address)).as(said()).isEqualTo(200);
    });
    return this;
  }

  private static int get(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text at that address. */
  public static String text(URI address) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tries what asserts something, until it holds or a minute is over. */
  public static void until(Runnable assertion) {
    until(() -> {
      assertion.run();
      return true;
    });
  }

  /** The same with an answer. */
  public static <T> T until(Supplier<T> asserting) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return asserting.get();
      } catch (AssertionError failed) {
        if (System.nanoTime() > end) {
          throw failed;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it said so far. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }
}
