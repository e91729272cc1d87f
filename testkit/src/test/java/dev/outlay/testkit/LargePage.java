package dev.outlay.testkit;

import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.testkit.ScriptedApi.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one page of 200 MB, rows counted and forgotten; the test gives it little memory. */
final class LargePage {
  private static final String HEAD =
      "{\"data\":[{\"starting_at\":\"2026-11-19T00:00:00Z\","
          + "\"ending_at\":\"2026-11-20T00:00:00Z\",\"results\":[";
  private static final String TAIL = "]}],\"has_more\":false,\"next_page\":null}";
  private static final byte[] ROW =
      (Bodies.tokens("a-model", 1_234_567) + ",").getBytes(StandardCharsets.UTF_8);
  private static final int ROWS = 200_000_000 / ROW.length;

  private LargePage() {}

  public static void main(String... ignored) {
    Counting counting = new Counting();
    try (Reading reading = new Reading().answering(_ -> page())) {
      Instant day = Instant.parse("2026-11-19T00:00:00Z");
      reading.read(
          new Series("usage_report", "1d", "model", "", ""),
          Optional.of(new Span(day, day.plusSeconds(86_400))),
          counting);
    }
    if (counting.rows != ROWS) {
      throw new IllegalStateException(counting.rows + " rows instead of " + ROWS);
    }
  }

  private static Reply page() {
    long length = HEAD.length() + (long) ROWS * ROW.length - 1 + TAIL.length();
    return new Reply(200, Map.of(), length, LargePage::write);
  }

  private static void write(OutputStream out) throws IOException {
    out.write(HEAD.getBytes(StandardCharsets.UTF_8));
    for (int row = 1; row < ROWS; row++) {
      out.write(ROW, 0, ROW.length);
    }
    out.write(ROW, 0, ROW.length - 1);
    out.write(TAIL.getBytes(StandardCharsets.UTF_8));
  }

  /** Counts rows. */
  private static final class Counting implements Intake {
    private long rows;

    @Override
    public void rows(int page, Rows some) {
      rows += some.size();
    }

    @Override
    public void discard(int page) {
      rows = 0;
    }

    @Override
    public void requested() {}

    @Override
    public void paged() {}

    @Override
    public void unknown(List<String> fields) {}
  }
}
