package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.file.FileMirror;
import dev.outlay.destinations.file.Folder;
import dev.outlay.destinations.file.Format;
import dev.outlay.destinations.file.Layout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;

/** What the addresses of folders and the promises of their files have in common. */
public final class FilePlace {
  static final String INTERRUPTED =
      "the state before: a load is one new manifest, and one link a table";
  static final String COLUMNS = "its files are written anew, old rows empty there";

  private FilePlace() {}

  static Mirror open(Address address, Format format, InstantSource clock) {
    refuseUnknown(address, Set.of("layout", "format"));
    Layout layout = Layout.named(address.parameter("layout").orElse("flat"));
    String name = address.toString();
    return new FileMirror(
        name, Guarantee.EXACTLY_ONCE, new Folder(folder(address), name), format, layout, clock);
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Format format(String name) {
    return Stream.of(Csv.FORMAT, JsonLines.FORMAT, Parquet.FORMAT)
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("format has to be csv, jsonl or parquet"));
  }

  /** A parameter that is misspelt is refused rather than passed over. */
  public static void refuseUnknown(Address address, Set<String> known) {
    for (String name : address.parameters().keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("there is no parameter " + name);
      }
    }
  }

  /** After three slashes an absolute path; after two one from the current folder. */
  private static Path folder(Address address) {
    String path = address.host() + address.path();
    if (path.isEmpty() || path.equals("/")) {
      throw new IllegalArgumentException("name a folder: " + address.scheme() + ":///folder");
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("the folder cannot be a path here", e);
    }
  }
}
