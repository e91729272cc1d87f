package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServeStoryTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127[.]0[.]0[.]1:[0-9]+");
  private static final Duration SOON = Duration.ofSeconds(10);
  @TempDir private Path folder = Path.of("");
  private World world = new World(Path.of(""));
  private int code = -1;

  @BeforeEach
  void setUp() {
    world = new World(folder).with("OUTLAY_STORE", "s.duckdb");
  }

  @Test
  void servesUntilItIsStoppedAndEndsSoonEvenWhilePagesListen()
      throws IOException, InterruptedException {
    Told told = new Told();
    Streams streams = new Streams(told, told, Terminal.NONE, folder);
    Map<String, String> environment = Map.of("HOME", folder.toString(), "OUTLAY_STORE", "s.duckdb");
    Thread server =
        Thread.ofPlatform()
            .start(
                () -> code = Main.run(new String[] {"serve", "--port", "0"}, environment, streams));
    String address = told.address.join();
    assertThat(read(address + "/healthz")).isEqualTo("ok\n");
    assertThat(read(address + "/readyz")).isEqualTo("ready\n");
    try (InputStream events = open(address + "/api/v1/events").getInputStream()) {
      assertThat(events.read()).isEqualTo(':');
      server.interrupt();
      assertThat(server.join(SOON)).isTrue();
    }
    assertThat(code).isZero();
    assertThat(folder.resolve("s.duckdb.holder")).doesNotExist();
    assertThat(folder.resolve("s.duckdb.wal")).doesNotExist();
  }

  @Test
  void aPortThatIsTakenIsOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      code = world.run("serve", "--port", String.valueOf(taken.getLocalPort()));
    }
    assertThat(code).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err().lines())
        .singleElement()
        .asString()
        .contains("cannot be listened at")
        .contains("--port");
  }

  @Test
  void aCertificateThatIsNoneIsNamed() {
    world.with("OUTLAY_TLS_CERTIFICATE", "no.pem");
    assertThat(world.run("serve", "--port", "0")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("tls.certificate and tls.key go together");
    world.with("OUTLAY_TLS_KEY", "no.pem");
    assertThat(world.run("serve", "--port", "0")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("no.pem cannot be read");
  }

  /** Output in which somebody waits for an address. */
  private static final class Told extends OutputStream {
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> address = new CompletableFuture<>();

    @Override
    public synchronized void write(int sign) {
      text.append((char) sign);
      Matcher matcher = ADDRESS.matcher(text);
      if (sign == ' ' && matcher.find()) {
        address.complete(matcher.group());
      }
    }
  }

  private static String read(String address) throws IOException {
    try (InputStream in = open(address).getInputStream()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static URLConnection open(String address) throws IOException {
    return URI.create(address).toURL().openConnection(java.net.Proxy.NO_PROXY);
  }
}
