package dev.outlay.destinations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch of one node, on loopback and ports of its own choice, with a heap of 512 MB. It
 * refuses to be root: then it is run as nobody. One for all tests of this process.
 */
final class OpenSearchNode {
  private static final Pattern PORT =
      Pattern.compile("HttpServerTransport.*publish_address \\{127\\.0\\.0\\.1:(\\d+)}");
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
  private static @Nullable OpenSearchNode only;

  private final Path place;
  private final Process process;
  private final int port;

  private OpenSearchNode(Path place, Process process, int port) {
    this.place = place;
    this.process = process;
    this.port = port;
  }

  /** The node, started when it is first asked for. */
  static synchronized OpenSearchNode started() {
    if (only == null) {
      only = Started.orNotRun("OpenSearch 3.6.0", OpenSearchNode::start);
    }
    return Objects.requireNonNull(only);
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  private static OpenSearchNode start() throws Exception {
    Path home = unpacked();
    Path place = Files.createTempDirectory("outlay-opensearch");
    Path log = place.resolve("out.txt");
    configure(home, place);
    Process process = process(home, place, log);
    OpenSearchNode node = new OpenSearchNode(place, process, port(process, log));
    Runtime.getRuntime().addShutdownHook(new Thread(node::stop));
    return node;
  }

  private static Process process(Path home, Path place, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    }
    command.add(home.resolve("bin/opensearch").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("OPENSEARCH_PATH_CONF", place.resolve("config").toString());
    builder.environment().put("OPENSEARCH_TMPDIR", place.resolve("tmp").toString());
    return builder.start();
  }

  private static int port(Process process, Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline && process.isAlive()) {
      Matcher told = PORT.matcher(Files.readString(log));
      if (told.find()) {
        return Integer.parseInt(told.group(1));
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new IOException("it did not come up: " + last(Files.readString(log)));
  }

  private static String last(String text) {
    return text.substring(Math.max(0, text.length() - 400));
  }

  private static void configure(Path home, Path place) throws IOException {
    Path config = Files.createDirectories(place.resolve("config"));
    Files.createDirectories(place.resolve("tmp"));
    Files.copy(home.resolve("config/log4j2.properties"), config.resolve("log4j2.properties"));
    Files.writeString(
        config.resolve("jvm.options"),
        """
        -Xms512m
        -Xmx512m
        -XX:+UseSerialGC
        --add-modules=jdk.incubator.vector
        -javaagent:agent/opensearch-agent.jar
        --add-opens=java.base/java.nio=org.apache.arrow.memory.core,ALL-UNNAMED
        -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
        """);
    Files.writeString(
        config.resolve("opensearch.yml"),
        """
        cluster.name: outlay-test
        node.name: one
        network.host: 127.0.0.1
        http.port: 0
        transport.port: 0
        discovery.type: single-node
        path.data: %1$s/data
        path.logs: %1$s/logs
        cluster.routing.allocation.disk.threshold_enabled: false
        cluster.max_shards_per_node: 5000
        """
            .formatted(place));
    if (root()) {
      open(place);
    }
  }

  /** For whoever it is run as. */
  private static void open(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path each : all.toList()) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  /** Once for all runs of a build. */
  private static Path unpacked() throws IOException {
    Path zip = Path.of(System.getProperty("opensearch.zip", "no archive was named"));
    Path to = Path.of("target", "opensearch").toAbsolutePath();
    Path home = to.resolve(zip.getFileName().toString().replace(".zip", ""));
    Path whole = to.resolve("whole");
    if (!Files.exists(whole)) {
      unpack(zip, to);
      Files.createDirectories(home.resolve("plugins"));
      Files.writeString(whole, "");
    }
    return home;
  }

  private static void unpack(Path zip, Path to) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path path = to.resolve(entry.getName());
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (!entry.isDirectory()) {
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          }
          if (entry.getName().contains("/bin/")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> all = Files.walk(place)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (IOException | InterruptedException _) {
      // What stays is in the temporary folder.
    }
  }
}
