package dev.outlay.app;

import dev.outlay.server.Address;
import dev.outlay.server.Api;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Identify;
import dev.outlay.server.Listening;
import dev.outlay.server.Problems;
import dev.outlay.server.api.AskApi;
import dev.outlay.server.api.CatalogueApi;
import dev.outlay.server.api.DatasetsApi;
import dev.outlay.server.api.ExplainApi;
import dev.outlay.server.api.HealthApi;
import dev.outlay.server.api.QueryApi;
import dev.outlay.server.api.SyncsApi;
import dev.outlay.store.Answers;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A server over an open store, from when it is made until it is closed. */
public final class Serving implements AutoCloseable {
  private final Listening listening;

  private Serving(Listening listening) {
    this.listening = listening;
  }

  /**
   * Begins to serve; the store stays the caller's to close, after this.
   *
   * @param version the program's
   */
  public static Serving over(App app, SharedStore open, Address address, String version) {
    return new Serving(Listening.to(address, api(app, open, version), app.clock()));
  }

  static Api api(App app, SharedStore open, String version) {
    return new Api(endpoints(app, open, version), Identify.LOCAL, words());
  }

  /** Every route there is: one line for each resource. */
  private static List<Endpoint> endpoints(App app, SharedStore open, String version) {
    Instant since = app.clock().instant();
    Answers answers = open.answers();
    return Stream.of(
            new HealthApi(open.store(), version, since).endpoints(),
            new AskApi().endpoints(),
            new CatalogueApi().endpoints(),
            new ExplainApi().endpoints(),
            new DatasetsApi(answers).endpoints(),
            new SyncsApi(answers).endpoints(),
            new QueryApi(answers).endpoints())
        .flatMap(List::stream)
        .toList();
  }

  /** What the exceptions of other packages mean to whoever calls. */
  private static List<Problems.Words> words() {
    return List.of();
  }

  public URI url() {
    return listening.url();
  }

  @Override
  public void close() {
    listening.close();
  }
}
