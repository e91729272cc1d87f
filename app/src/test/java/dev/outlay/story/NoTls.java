package dev.outlay.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers a greeting for a secure connection with something else. */
final class NoTls implements AutoCloseable {
  private final ServerSocket socket;

  NoTls() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::answer);
  }

  String url() {
    return "https://127.0.0.1:" + socket.getLocalPort();
  }

  private void answer() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        caller.getInputStream().readNBytes(5);
        caller.getOutputStream().write("HTTP/1.1 400 no\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // The caller left, or the test is over: the next one, if any.
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
