package dev.outlay.simulator.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** One client's connection: requests one after another until either side is done. */
record Connection(Socket socket, Responder responder, Requests requests) {

  void serve() throws IOException {
    try (socket) {
      socket.setTcpNoDelay(true);
      RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
      OutputStream wire = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
      boolean open = true;
      while (open) {
        Optional<Request> request = reader.next();
        open = request.isPresent() && exchange(request.get(), wire);
      }
    }
  }

  /** Whether the connection can carry another request. */
  private boolean exchange(Request request, OutputStream wire) throws IOException {
    Reply reply = responder.answer(request);
    requests.note(request, reply.delivery() instanceof Delivery.Silence ? 0 : reply.status());
    boolean done = new Sender(socket, wire, request).send(reply);
    return done && !request.header("connection").orElse("").equalsIgnoreCase("close");
  }
}
