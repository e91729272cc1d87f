package dev.outlay.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on the loopback address; one virtual thread a connection. */
public final class Server implements AutoCloseable {
  private final ServerSocket listener;
  private final Responder responder;
  private final Requests requests;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Server(ServerSocket listener, Responder responder, Requests requests) {
    this.listener = listener;
    this.responder = responder;
    this.requests = requests;
  }

  /** Port 0 takes any free one. */
  public static Server start(int port, Responder responder, Requests requests) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 256);
      Server server = new Server(listener, responder, requests);
      Thread.ofPlatform()
          .daemon()
          .name("simulator-" + listener.getLocalPort())
          .start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      new Connection(socket, responder, requests).serve();
    } catch (IOException | UncheckedIOException gone) {
      // The client left in the middle; there is nobody to tell.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
