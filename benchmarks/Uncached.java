import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks without ever asking the same: Uncached URL CLIENTS SECONDS ASK. In the ask, {n} is another
 * number each time, from a thousand on, so that every answer is computed anew.
 */
public final class Uncached {
  private static final AtomicInteger NEXT = new AtomicInteger(1_000);

  public static void main(String[] args) throws Exception {
    int clients = Integer.parseInt(args[1]);
    long end = System.nanoTime() + Long.parseLong(args[2]) * 1_000_000_000L;
    List<Callable<List<Long>>> asking = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      asking.add(() -> ask(args[0] + "/api/v1/ask?" + args[3], end));
    }
    List<Long> times = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var each : threads.invokeAll(asking)) {
        times.addAll(each.get());
      }
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "asks %d  p50 %.0f ms  p95 %.0f ms  max %.0f ms%n",
        sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 100));
  }

  private static List<Long> ask(String url, long end) throws Exception {
    List<Long> times = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.replace("{n}", "" + NEXT.incrementAndGet()))).build();
        long begin = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        times.add(System.nanoTime() - begin);
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body()));
        }
      }
    }
    return times.subList(Math.min(5, times.size() / 10), times.size());
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
  }
}
