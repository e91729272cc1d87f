package dev.outlay.destinations.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A broker of its own process, one for all tests: anybody may do anything at {@link #open}, and at
 * {@link #guarded} the user {@code admin} (password {@code right "one"}) may, and {@code guest}
 * (password {@code guest}) may not.
 */
final class Broker {
  private static final Duration START = Duration.ofSeconds(90);

  private static @Nullable Broker shared;
  private final Process process;
  private final Path folder;
  private final int open;
  private final int guarded;

  private Broker(Process process, Path folder, int open, int guarded) {
    this.process = process;
    this.folder = folder;
    this.open = open;
    this.guarded = guarded;
  }

  /** The one of this run; one that cannot start makes its tests not run, and says so. */
  static synchronized Broker orNotRun() {
    try {
      Broker running = shared == null ? start() : shared;
      shared = running;
      return running;
    } catch (Exception e) {
      String why = "NOT RUN: Kafka could not be started: " + e;
      System.err.println(why);
      return Assumptions.abort(why);
    }
  }

  String open() {
    return "127.0.0.1:" + open;
  }

  String guarded() {
    return "127.0.0.1:" + guarded;
  }

  private static Broker start() throws Exception {
    Path folder = Files.createTempDirectory("outlay-broker");
    int open = freePort();
    int guarded = freePort();
    Path properties = folder.resolve("server.properties");
    Files.writeString(properties, properties(folder, open, guarded, freePort()));
    run(
            folder,
            "kafka.tools.StorageTool",
            "format",
            "--standalone",
            "-t",
            "outlaytestsoutlaytest1w",
            "-c",
            properties.toString())
        .waitFor();
    Process process = run(folder, "kafka.Kafka", properties.toString());
    Broker broker = new Broker(process, folder, open, guarded);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
    broker.await();
    return broker;
  }

  private void await() throws Exception {
    Deadline deadline = Deadline.in(START);
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            open(),
            "default.api.timeout.ms",
            2000,
            "request.timeout.ms",
            1000);
    try (Admin admin = Admin.create(client)) {
      while (true) {
        try {
          admin.describeCluster().clusterId().get(2, TimeUnit.SECONDS);
          return;
        } catch (Exception e) {
          if (deadline.passed() || !process.isAlive()) {
            throw new IOException(
                Files.readString(folder.resolve("log"), StandardCharsets.UTF_8), e);
          }
        }
      }
    }
  }

  static Process run(Path folder, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String properties(Path folder, int open, int guarded, int controller) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.bootstrap.servers=127.0.0.1:%3$d
    listeners=OPEN://127.0.0.1:%1$d,GUARDED://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
    listener.security.protocol.map=OPEN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
    inter.broker.listener.name=OPEN
    controller.listener.names=CONTROLLER
    sasl.enabled.mechanisms=PLAIN
    listener.name.guarded.plain.sasl.jaas.config=\\
     org.apache.kafka.common.security.plain.PlainLoginModule required \\
     user_admin="right \\\\"one\\\\"" user_guest="guest";
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    super.users=User:ANONYMOUS;User:admin
    log.dirs=%4$s
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=2
    auto.create.topics.enable=false
    group.initial.rebalance.delay.ms=0
    log.cleaner.dedupe.buffer.size=2097152
    """
        .formatted(open, guarded, controller, folder.resolve("data"));
  }

  private void stop() {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
