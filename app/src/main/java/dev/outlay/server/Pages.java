package dev.outlay.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The files of the pages; every address that is no file's is one of the page's own. */
public final class Pages {
  private static final String START = "index.html";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.@-]+(/[A-Za-z0-9_.@-]+)*");
  private static final Map<String, String> ZIPPED = Map.of("br", ".br", "gzip", ".gz");
  private static final List<String> BEST_FIRST = List.of("br", "gzip");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final byte[] NOT_BUILT =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Outlay</title>
      <h1>Outlay is running</h1>
      <p>The pages were not built into this program. The HTTP API is here:
      <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></html>
      """
          .getBytes(StandardCharsets.UTF_8);

  private final Function<String, Optional<byte[]>> files;
  private final Map<String, Encoded> read = new ConcurrentHashMap<>();

  /**
   * Pages made of files.
   *
   * @param files the bytes of a file by its name, such as {@code assets/start-1a2b3c4d.js}
   */
  public Pages(Function<String, Optional<byte[]>> files) {
    this.files = files;
  }

  /** Whether they were built. */
  public boolean built() {
    return found(START).isPresent();
  }

  Reply answer(Incoming request) {
    if (!READS.contains(request.method())) {
      throw Refusal.method(
          request.method(), Texts.shortened(request.path()), List.of("GET", "HEAD"));
    }
    String name = request.path().replaceFirst("^/+", "");
    return found(name)
        .map(file -> reply(request, file, hashed(name)))
        .orElseGet(() -> page(request, name));
  }

  private Reply page(Incoming request, String name) {
    if (name.substring(name.lastIndexOf('/') + 1).contains(".")) {
      throw Refusal.missing("there is no " + Texts.shortened(request.path()), "");
    }
    return found(START)
        .map(file -> reply(request, file, false))
        .orElseGet(() -> Reply.bytes(type(START), NOT_BUILT));
  }

  private static Reply reply(Incoming request, Encoded file, boolean forever) {
    String tag = file.tag().orElse("");
    Reply reply =
        Kept.asked(request, tag)
            ? new Reply(304, List.of(new Reply.Header("ETag", Kept.quoted(tag))), Reply.None.NONE)
            : new Reply(200, List.of(), new Reply.Ready(file));
    return reply.with(
        "Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
  }

  /** Names in that folder have a hash of what is in them. */
  private static boolean hashed(String name) {
    return name.startsWith("assets/");
  }

  private Optional<Encoded> found(String name) {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      return Optional.empty();
    }
    Encoded known = read.get(name);
    return known != null ? Optional.of(known) : files.apply(name).map(bytes -> keep(name, bytes));
  }

  private Encoded keep(String name, byte[] bytes) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    for (String encoding : BEST_FIRST) {
      files.apply(name + ZIPPED.get(encoding)).ifPresent(zipped -> forms.put(encoding, zipped));
    }
    Optional<String> tag = Optional.of(Kept.tag(bytes));
    forms.put(Encoded.PLAIN, bytes);
    Encoded file =
        forms.size() > 1 ? new Encoded(type(name), tag, forms) : Encoded.of(type(name), tag, bytes);
    read.put(name, file);
    return file;
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
