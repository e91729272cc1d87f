package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of its own that loads every row anew, again and again, and says what it was told. */
final class Child {
  private Child() {}

  public static void main(String[] arguments) {
    try (Store store = Store.open(Path.of(arguments[0]), StoreSettings.DEFAULT)) {
      store.prepare(List.of(Fixture.COUNTS));
      Fixture fixture = new Fixture(store);
      long from = Math.max(0, start(store));
      for (long round = from + 1; arguments[1].equals("forever"); round++) {
        load(fixture, round);
        System.out.println(round);
      }
    } catch (StoreBusy busy) {
      System.out.println("busy " + busy.holder().orElse(-1));
    } catch (RuntimeException e) {
      System.out.println("failed " + e.getMessage());
    }
  }

  static Process start(Path file, String how) throws IOException {
    return new ProcessBuilder(command(file, how)).redirectErrorStream(true).start();
  }

  /** One that is told, not killed, when it may write no more: see {@link #fill}. */
  static Process startPatient(Path file) throws IOException {
    List<String> line =
        new ArrayList<>(List.of("bash", "-c", "trap '' XFSZ; exec \"$@\"", "child"));
    line.addAll(command(file, "forever"));
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  /** Lets the process write no file beyond that many bytes, as if the disk were full. */
  static boolean fill(Process child, long bytes) throws InterruptedException {
    try {
      return new ProcessBuilder("prlimit", "--pid", "" + child.pid(), "--fsize=" + bytes + ":" + bytes)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  static String lastLineAfter(Process child, long millis) throws IOException, InterruptedException {
    BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
    String last = lines.readLine();
    Thread.sleep(millis);
    while (lines.ready()) {
      last = lines.readLine();
    }
    return last;
  }

  private static long start(Store store) {
    return store
        .of("c", Fixture.SERIES)
        .readAt()
        .map(at -> Duration.between(Fixture.DAY, at).toSeconds())
        .orElse(0L);
  }

  private static void load(Fixture store, long round) {
    Instant now = Fixture.DAY.plusSeconds(round);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      rows.add(Fixture.count(i % 24, "row " + i, round));
    }
    store.commit(
        new Delivery(
            "c",
            Fixture.SERIES,
            List.of(Fixture.COUNTS),
            Scope.EVERYTHING,
            Fixture.DAY,
            Fixture.DAY.plus(Duration.ofDays(round))),
        Checkpoint.START.readAt(now),
        rows);
  }

  private static List<String> command(Path file, String how) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        file.toString(),
        how);
  }
}
