package dev.outlay.destinations.s3;

import dev.outlay.destination.Address;
import dev.outlay.destinations.file.Manifest;
import dev.outlay.destinations.file.ManifestJson;
import dev.outlay.destinations.file.Place;
import dev.outlay.destinations.file.Shelf;
import dev.outlay.destinations.file.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A prefix of a bucket. Objects are written under names that nothing else ever has; the manifest
 * goes last, and only in the place of the one that was read, so of two writers one is told.
 */
final class Bucket implements Place {
  private static final int READS = 10;
  private static final String MANIFEST = "_manifest.json";
  private static final Duration LEFT = Duration.ofDays(1);

  private final S3Client client;
  private final InstantSource clock;
  private final BucketTrouble trouble;
  private final String bucket;
  private final String prefix;
  private volatile Set<String> retired = Set.of();
  private @Nullable WorkFolder work;

  Bucket(Address address, S3Client client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.trouble = new BucketTrouble(address.toString());
    this.bucket = address.host();
    this.prefix = prefix(address.path());
  }

  private static String prefix(String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    return inner.isEmpty() ? "" : inner + "/";
  }

  /** Nobody waits: whoever writes the manifest later is told that it is another. */
  @Override
  public Turn turn() {
    return () -> {};
  }

  /** Some stores hand out an object cut off while it is being replaced: it is read again. */
  @Override
  public Optional<Stand> stand() {
    for (int left = READS; true; left--) {
      try {
        return read();
      } catch (IllegalArgumentException e) {
        if (left == 1) {
          throw trouble.because(
              MANIFEST + " was not written by this program", "Name another prefix.", e);
        }
      }
    }
  }

  private Optional<Stand> read() {
    try {
      ResponseBytes<GetObjectResponse> found =
          client.getObjectAsBytes(get -> get.bucket(bucket).key(prefix + MANIFEST));
      Manifest manifest = ManifestJson.of(found.asUtf8String());
      retired = Set.copyOf(manifest.retired());
      return Optional.of(new Stand(manifest, found.response().eTag()));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw trouble.of(e);
    }
  }

  @Override
  public String folder(String table, long load) {
    return table;
  }

  @Override
  public synchronized Path work() throws IOException {
    WorkFolder open = work;
    if (open == null) {
      open = WorkFolder.temporary("outlay-s3-");
      work = open;
    }
    return open.path();
  }

  @Override
  public synchronized Path fetch(String path) throws IOException {
    Path here = here(path);
    if (Files.exists(here)) {
      return here;
    }
    try {
      client.getObject(get -> get.bucket(bucket).key(prefix + path), here);
      return here;
    } catch (NoSuchKeyException e) {
      throw trouble.because(
          "an object that was written there is gone",
          "Remove everything below the prefix, and it is filled anew.",
          e);
    } catch (SdkException e) {
      throw trouble.of(e);
    }
  }

  private Path here(String path) throws IOException {
    return work().resolve(path.replace('/', '+'));
  }

  /** Also removes what others began there more than a day ago and never finished. */
  @Override
  public boolean holds(Shelf shelf) {
    Set<String> live = new HashSet<>(shelf.paths().toList());
    Set<String> missing = new HashSet<>(live);
    Instant old = clock.instant().minus(LEFT);
    try {
      for (S3Object object :
          client
              .listObjectsV2Paginator(
                  list -> list.bucket(bucket).prefix(prefix + shelf.folder() + "/"))
              .contents()) {
        String path = object.key().substring(prefix.length());
        missing.remove(path);
        if (!live.contains(path)
            && !retired.contains(path)
            && object.lastModified().isBefore(old)) {
          remove(List.of(path));
        }
      }
    } catch (SdkException e) {
      throw trouble.of(e);
    }
    return missing.isEmpty();
  }

  @Override
  public boolean keep(Optional<Stand> before, Manifest next, Map<String, Path> fresh, Instant now)
      throws IOException {
    Manifest whole = next.retiring(gone(before, next));
    try {
      for (Map.Entry<String, Path> each : fresh.entrySet()) {
        client.putObject(
            put -> put.bucket(bucket).key(prefix + each.getKey()),
            RequestBody.fromFile(each.getValue()));
      }
      if (!put(before, whole, now)) {
        remove(fresh.keySet());
        return false;
      }
    } catch (SdkException e) {
      throw trouble.of(e);
    }
    for (Map.Entry<String, Path> each : fresh.entrySet()) {
      Files.move(each.getValue(), here(each.getKey()));
    }
    remove(before.map(stand -> stand.manifest().retired()).orElse(List.of()));
    return true;
  }

  /** Paths that were live and are not any more: they stay for readers until the next load. */
  private static List<String> gone(Optional<Stand> before, Manifest next) {
    Set<String> live = new HashSet<>();
    next.shelves().forEach(shelf -> shelf.paths().forEach(live::add));
    return before.stream()
        .flatMap(stand -> stand.manifest().shelves().stream())
        .flatMap(Shelf::paths)
        .filter(path -> !live.contains(path))
        .toList();
  }

  /** A refusal may be the answer to our own writing, repeated because its answer was lost. */
  private boolean put(Optional<Stand> before, Manifest next, Instant now) {
    try {
      client.putObject(
          put -> {
            put.bucket(bucket).key(prefix + MANIFEST).contentType("application/json");
            before.ifPresentOrElse(stand -> put.ifMatch(stand.mark()), () -> put.ifNoneMatch("*"));
          },
          RequestBody.fromString(ManifestJson.text(next, now)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() != 412 && e.statusCode() != 409) {
        throw e;
      }
      return stand().map(Stand::manifest).equals(Optional.of(next));
    }
  }

  /** What cannot be removed now is found by a later run. */
  private void remove(Collection<String> paths) {
    for (String path : paths) {
      try {
        client.deleteObject(delete -> delete.bucket(bucket).key(prefix + path));
        Files.deleteIfExists(here(path));
      } catch (SdkException | IOException _) {
        return;
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    client.close();
    if (work != null) {
      work.close();
      work = null;
    }
  }
}
