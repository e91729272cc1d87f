import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.Line;
import dev.outlay.admin.Ticker;
import dev.outlay.connection.Connections;
import dev.outlay.connection.Keyring;
import dev.outlay.connection.Usual;
import dev.outlay.connection.Wish;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.schedule.Parts;
import dev.outlay.schedule.Rhythms;
import dev.outlay.schedule.Schedule;
import dev.outlay.schedule.ScheduleEvent;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import dev.outlay.source.Selection;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.ResultSink;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.sync.Status;
import dev.outlay.vault.KeyFile;
import dev.outlay.vault.SecretKeys;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many connections on one node: adds them, lets the schedule work for some minutes of real time
 * against a simulator in a process of its own, and says how late runs were, how much memory it
 * took, how many requests and commits. Ends by itself. See benchmarks/connections.
 */
final class ManyConnections {
  private static final Size SMALL = new Size(2, 5, 6, 1, 3, 4, 8, 20);

  private final List<Long> late = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong recalled = new AtomicLong();
  private long version;
  private long requests;
  private long cpu;

  public static void main(String[] args) throws Exception {
    if (args[0].equals("simulate")) {
      simulate(Integer.parseInt(args[1]));
    } else {
      new ManyConnections().run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    }
  }

  /** Says where it is, then for every line it is sent how many requests there were. */
  private static void simulate(int organisations) throws Exception {
    Settings settings = Settings.defaults().withSize(SMALL).withOrganizations(organisations);
    long before = 0;
    try (Simulator simulator = Simulator.start(settings);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
      System.out.println(simulator.url());
      while (in.readLine() != null) {
        before += simulator.requests().count();
        simulator.requests().clear();
        System.out.println(before);
      }
    }
  }

  private void run(int number, int minutes) throws Exception {
    Process simulator =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "ManyConnections",
                "simulate",
                String.valueOf(number))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path folder = Files.createTempDirectory("outlay-many");
    try (BufferedReader said = simulator.inputReader()) {
      URI url = URI.create(said.readLine());
      measure(number, minutes, folder, url, () -> asked(simulator, said));
    } finally {
      simulator.destroy();
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private interface Count {
    long now();
  }

  private static long asked(Process simulator, BufferedReader said) {
    try {
      simulator.outputWriter().write("\n");
      simulator.outputWriter().flush();
      return Long.parseLong(said.readLine());
    } catch (java.io.IOException e) {
      return -1;
    }
  }

  private void measure(int number, int minutes, Path folder, URI url, Count count)
      throws Exception {
    Path file = folder.resolve("s.duckdb");
    InstantSource clock = InstantSource.system();
    try (Store store = Store.open(file, StoreSettings.DEFAULT)) {
      SecretKeys keys =
          new SecretKeys(Optional.empty(), Optional.empty(), KeyFile.beside(file));
      Usual usual = usual(url);
      Connections connections =
          new Connections(store, List.of(), new Keyring(keys.vault(), usual, new Line(), clock));
      long begun = System.nanoTime();
      for (int i = 1; i <= number; i++) {
        String key = Settings.KEY + (i == 1 ? "" : "-" + i);
        connections.add(new Wish(Optional.of("Organisation " + i), key, Optional.empty(), 3));
      }
      System.out.printf("added %d connections in %.1f s%n", number, seconds(begun));
      Parts parts =
          new Parts(
              store,
              connections,
              Rhythms.USUAL,
              clock,
              ahead -> clock.instant().plus(ahead),
              System::nanoTime,
              Ticker.SYSTEM);
      try (Schedule schedule = Schedule.start(parts)) {
        schedule.listen(this::follow);
        System.out.println(
            "minute   runs  of_history  late_p50_ms  p99_ms  max_ms  failed  requests/s  commits/s  cpu_%  rss_MB  heap_MB  file_MB");
        for (int minute = 1; minute <= minutes; minute++) {
          Thread.sleep(Duration.ofMinutes(1));
          line(minute, store, count, file);
        }
        last(store);
        long closing = System.nanoTime();
        schedule.close();
        System.out.printf("closed in %.1f s%n", seconds(closing));
      }
    }
  }

  private void follow(ScheduleEvent event) {
    switch (event) {
      case ScheduleEvent.Started(_, _, Instant due, Instant at) ->
          late.add(Duration.between(due, at).toMillis());
      case ScheduleEvent.Ended(_, _, Status status) -> {
        ended.incrementAndGet();
        if (status == Status.FAILED || status == Status.REFUSED) {
          failed.incrementAndGet();
        }
      }
      case ScheduleEvent.Recalled _ -> recalled.incrementAndGet();
      case ScheduleEvent.Progressed _, ScheduleEvent.Reported _ -> {}
    }
  }

  private void line(int minute, Store store, Count count, Path file) throws Exception {
    long[] lates;
    synchronized (late) {
      lates = late.stream().mapToLong(Long::longValue).sorted().toArray();
      late.clear();
    }
    long asked = count.now();
    long used = cpuMillis();
    System.out.printf(
        Locale.ROOT,
        "%6d %6d  %10d  %11d  %6d  %6d  %6d  %10.1f  %9.2f  %5.0f  %6d  %7d  %7d%n",
        minute,
        ended.getAndSet(0),
        recalled.getAndSet(0),
        at(lates, 0.5),
        at(lates, 0.99),
        at(lates, 1),
        failed.getAndSet(0),
        (asked - requests) / 60.0,
        (store.version() - version) / 60.0,
        (used - cpu) / 600.0,
        rss(),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        Files.size(file) >> 20);
    requests = asked;
    version = store.version();
    cpu = used;
  }

  /** What the runs of the last two minutes read and changed. */
  private static void last(Store store) {
    System.out.println("dataset, runs, those with changes, requests, rows read, rows changed");
    store.query(
        "SELECT dataset, count(*), count(*) FILTER (rows_added + rows_changed + rows_closed > 0), sum(requests)::BIGINT,"
            + " sum(rows_read)::BIGINT, sum(rows_added + rows_changed + rows_closed)::BIGINT FROM syncs"
            + " WHERE started_at > (SELECT max(started_at) - INTERVAL 2 MINUTE FROM syncs) GROUP BY dataset ORDER BY 2 DESC",
        QueryLimits.DEFAULT,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {}

          @Override
          public void row(Object[] cells) {
            System.out.println("  " + Arrays.toString(cells));
          }
        });
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  private static Usual usual(URI url) {
    AdminSettings admin =
        new AdminSettings(
            "usual",
            Usual.NO_KEY,
            url,
            AdminSettings.NEWEST_VERSION,
            Duration.ofSeconds(60),
            5,
            Optional.empty());
    Map<String, Selection.Usage> usage =
        Map.of(
            "1d", cuts(3, "spend", "place", "who"),
            "1h", cuts(2, "spend"),
            "1m", cuts(1, "limits"));
    return new Usual(
        admin,
        new Selection(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Duration.ofDays(3),
            usage,
            Map.of()));
  }

  private static Selection.Usage cuts(int days, String... names) {
    return new Selection.Usage(
        Duration.ofDays(days),
        Arrays.stream(names).map(name -> Cut.named(name).orElseThrow().dimensions()).toList());
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  private static long rss() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1000)
        .findFirst()
        .orElse(-1);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
