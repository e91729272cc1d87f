package dev.outlay.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the HTTP parser itself refuses, as a problem like all others. */
final class Errors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 400 : response.getStatus();
    response.setStatus(status);
    Headers.ALWAYS.forEach(each -> response.getHeaders().put(each.name(), each.value()));
    response.getHeaders().put("Content-Type", "application/problem+json");
    String words = String.valueOf(HttpStatus.getMessage(status));
    Problem problem = Problem.of(status, "http", words, "the request could not be read as HTTP");
    response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
    return true;
  }
}
