package dev.outlay.app;

import dev.outlay.access.Secret;
import dev.outlay.access.Shelf;
import dev.outlay.price.PriceBook;
import dev.outlay.server.Binding;
import dev.outlay.server.Listening;
import dev.outlay.server.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** A server over an open store, from when it is made until it is closed. */
public final class Serving implements AutoCloseable {
  private final Served served;
  private final Listening listening;

  private Serving(Served served, Listening listening) {
    this.served = served;
    this.listening = listening;
  }

  /**
   * Begins to serve; the store stays the caller's to close, after this.
   *
   * @param version the program's
   */
  public static Serving over(App app, SharedStore open, Binding binding, String version) {
    Served served = Served.over(app, open, binding, version);
    try {
      Serving serving =
          new Serving(served, Listening.to(binding, served.api(), pages(), app.clock()));
      served.schedule().begin();
      return serving;
    } catch (RuntimeException e) {
      served.close();
      throw e;
    }
  }

  /** Loads what serving will need besides the store. */
  public static void warmUp() {
    Listening.warmUp();
    Shelf.warmUp();
    PriceBook.shipped();
  }

  /** The files that the web module put on the class path. */
  private static Pages pages() {
    return new Pages(Serving::file);
  }

  private static Optional<byte[]> file(String name) {
    try (InputStream in = Serving.class.getResourceAsStream("/dev/outlay/web/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first administrator has to show, for whoever started this to see. */
  public Optional<String> setupToken() {
    return served.entrance().setupToken().map(Secret::text);
  }

  public URI url() {
    return listening.url();
  }

  /** Whoever is asked for nothing more is let go first, so that no request waits for its end. */
  @Override
  public void close() {
    served.events().close();
    listening.close();
    served.close();
  }
}
