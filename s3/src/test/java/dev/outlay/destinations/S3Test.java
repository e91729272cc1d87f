package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import dev.outlay.destination.Address;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.file.Manifest;
import dev.outlay.destinations.file.ManifestJson;
import dev.outlay.destinations.s3.S3;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Table;
import dev.outlay.testkit.MirrorContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real server that speaks S3, one for all tests; each test has a prefix of its own. */
class S3Test extends MirrorContract {
  private static final String BUCKET = "usage";
  private static @Nullable S3MockApplication server;
  private static @Nullable S3Client client;
  private static int prefixes;
  private final String prefix = "team/p" + ++prefixes;
  @TempDir Path here = Path.of("");

  @BeforeAll
  static void start() {
    server =
        Started.orNotRun(
            "S3Mock",
            () ->
                S3MockApplication.start(
                    new HashMap<>(
                        Map.of(
                            S3MockApplication.PROP_HTTP_PORT, 0,
                            S3MockApplication.PROP_HTTPS_PORT, 0,
                            S3MockApplication.PROP_SILENT, true))));
    client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create(endpoint()))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "s3cr3t")))
            .build();
    client().createBucket(make -> make.bucket(BUCKET));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      client().close();
      server.stop();
    }
  }

  @Override
  protected Mirror mirror() {
    return mirror("parquet");
  }

  private Mirror mirror(String format) {
    return new S3()
        .open(Address.of(uri(BUCKET, endpoint()) + "&format=" + format), InstantSource.system());
  }

  @Override
  protected String name() {
    return "s3://" + BUCKET + "/" + prefix;
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws Exception {
    List<Path> files = new ArrayList<>();
    for (String path : live(table)) {
      Path file = here.resolve(path.replace('/', '+'));
      if (!Files.exists(file)) {
        client().getObject(get -> get.bucket(BUCKET).key(prefix + "/" + path), file);
      }
      files.add(file);
    }
    return files.isEmpty() ? List.of() : rows(files, table);
  }

  /** As the guide says it: what the manifest names, and nothing else. */
  private List<String> live(Table table) {
    return manifest().shelf(table.name()).stream()
        .flatMap(shelf -> shelf.paths())
        .collect(Collectors.toList());
  }

  private Manifest manifest() {
    return ManifestJson.of(
        client()
            .getObjectAsBytes(get -> get.bucket(BUCKET).key(prefix + "/_manifest.json"))
            .asUtf8String());
  }

  private static List<List<@Nullable Object>> rows(List<Path> files, Table table) throws Exception {
    String list =
        files.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", ", "[", "]"));
    try (Connection session = DriverManager.getConnection("jdbc:duckdb:")) {
      return JdbcRows.of(session, "read_parquet(" + list + ")", table);
    }
  }

  @Test
  void aDayIsOneObjectBelowItsTable() {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 1));
    load(ITEMS, day(1), item(1, "a", 1));
    assertThat(objects())
        .hasSize(3)
        .anyMatch(key -> key.equals("_manifest.json"))
        .anyMatch(key -> key.matches("items/date=2026-03-01/\\d{6}-[0-9a-f]{8}\\.parquet"))
        .anyMatch(key -> key.matches("items/date=2026-03-02/\\d{6}-[0-9a-f]{8}\\.parquet"));
  }

  @Test
  void whatAReaderFoundStaysUntilTheLoadAfterTheNext() {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    String first = live(labelled()).getFirst();
    load(ITEMS, day(0), item(0, "a", 2));
    assertThat(objects()).contains(first);
    load(ITEMS, day(0), item(0, "a", 3));
    assertThat(objects()).doesNotContain(first);
  }

  /**
   * They all began before any of them ended. Ending at the very same time cannot be asked of this
   * server: it looks at {@code If-Match} and writes in two steps, which Amazon's does in one.
   */
  @Test
  void writersThatBeganTogetherLoseNothing() throws Exception {
    prepare(ITEMS);
    List<Mirror> own = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      own.add(mirror());
      loads.add(new Labelled(own.getLast()).begin(delivery(ITEMS, day(day))));
      loads.getLast().add(0, batch(ITEMS, item(day, "w", day)));
    }
    for (Load load : loads) {
      load.commit(checkpoint());
    }
    own.forEach(Mirror::close);
    assertThat(rows(destination(), ITEMS))
        .containsExactlyInAnyOrder(
            item(0, "w", 0), item(1, "w", 1), item(2, "w", 2), item(3, "w", 3));
  }

  @Test
  void theOtherFormatsAreKeptThereToo() throws IOException {
    for (String format : List.of("csv", "jsonl")) {
      Address address =
          Address.of(
              uri(BUCKET, endpoint()).replace(prefix, prefix + format) + "&format=" + format);
      try (Mirror mirror = new S3().open(address, InstantSource.system())) {
        mirror.prepare(List.of(ITEMS));
        for (int round = 0; round < 2; round++) {
          try (Load load = mirror.begin(delivery(ITEMS, day(0)))) {
            load.add(0, batch(ITEMS, item(0, "a", 1)));
            assertThat(load.commit(checkpoint()).added()).isEqualTo(1 - round);
          }
        }
      }
    }
  }

  @Test
  void aBucketThatIsNotThereIsSaidWithoutTheKey() {
    try (Mirror lost = new S3().open(Address.of(uri("none", endpoint())), InstantSource.system())) {
      assertThatThrownBy(() -> lost.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("s3://none")
          .hasMessageContaining("no such bucket")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void aServerThatIsDownIsSaidWithoutTheKey() {
    Address address = Address.of(uri(BUCKET, "http://127.0.0.1:1"));
    try (Mirror lost = new S3().open(address, InstantSource.system())) {
      assertThatThrownBy(() -> lost.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("cannot be reached")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void aMisspeltParameterIsRefusedByName() {
    assertThatThrownBy(
            () -> new S3().open(Address.of("s3://b/p?acces_key_id=x"), InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acces_key_id");
  }

  private static Table labelled() {
    return Labelled.label(ITEMS);
  }

  private List<String> objects() {
    return client()
        .listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix + "/"))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length() + 1))
        .toList();
  }

  private String uri(String bucket, String endpoint) {
    return "s3://%s/%s?access_key_id=id&secret_access_key=s3cr3t&endpoint_url=%s"
        .formatted(bucket, prefix, endpoint);
  }

  @SuppressWarnings("deprecation") // The other port wants its own certificate trusted.
  private static String endpoint() {
    return "http://127.0.0.1:" + Objects.requireNonNull(server).getHttpPort();
  }

  private static S3Client client() {
    return Objects.requireNonNull(client);
  }
}
