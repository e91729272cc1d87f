package dev.outlay.testkit.ask;

import static dev.outlay.testkit.ask.Family.narrowed;

import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Made-up lines of the bill of two organisations, in two currencies, to the last decimal. */
final class Bills {
  static final Entries ENTRIES = new Entries("cost_report", "bucket_start");
  private static final Table TABLE = ENTRIES.table("cost_report");
  private static final Reckoning CENTS = Reckoning.sum("amount_cents");

  static final Family FAMILY =
      new Family(
          TABLE.name(),
          Map.of(
              "cost",
              CENTS.where(row -> row.isOneOf("currency", "USD")).hundredth(),
              "amount",
              CENTS.hundredth(),
              "anthropic_cost_usd",
              CENTS.where(row -> row.isOneOf("currency", "USD")).hundredth()),
          List.of(),
          List.of(
              "model",
              "model_family",
              "workspace",
              "description",
              "cost_type",
              "token_type",
              "currency",
              "connection",
              "weekday"),
          List.of(
              narrowed("", _ -> true),
              narrowed("currency != EUR", row -> !row.isOneOf("currency", "EUR")),
              narrowed("workspace is empty", row -> row.is("workspace") == null),
              narrowed(
                  "token_type != output_tokens",
                  row -> !row.isOneOf("token_type", "output_tokens")),
              narrowed("weekday = 1, 7", row -> row.isOneOf("weekday", "1", "7")),
              narrowed("model_family = opus", row -> row.isOneOf("model_family", "opus")),
              narrowed(
                  "description ~ o'r", row -> row.isOneOf("description", "O'Reilly's \\ line")),
              narrowed(
                  "description = \"O'Reilly's \\\\ line\"",
                  row -> row.isOneOf("description", "O'Reilly's \\ line")),
              narrowed(
                  "cost_type = web_search or model is not empty and workspace = wrkspc_1",
                  row ->
                      row.isOneOf("cost_type", "web_search")
                          || (row.is("model") != null && row.isOneOf("workspace", "wrkspc_1")))));

  private Bills() {}

  /** The same for the same seed. */
  static List<Entry> rows(long seed) {
    Random random = new Random(seed);
    List<Entry> rows = new ArrayList<>();
    for (String connection : Entries.CONNECTIONS) {
      LocalDate end = LocalDate.ofInstant(Usage.TO, ZoneOffset.UTC);
      LocalDate day = LocalDate.ofInstant(Usage.FROM, ZoneOffset.UTC);
      for (; day.isBefore(end); day = day.plusDays(1)) {
        rows.addAll(day(random, connection, day));
      }
    }
    return rows;
  }

  /** Two lines of one identity would be no answer of the API. */
  private static List<Entry> day(Random random, String connection, LocalDate day) {
    Set<Map<String, Object>> lines = new HashSet<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      lines.add(line(random));
    }
    return lines.stream()
        .sorted(java.util.Comparator.comparing(line -> new java.util.TreeMap<>(line).toString()))
        .map(line -> new Entry(connection, TABLE, day, paid(random, line, day)))
        .toList();
  }

  private static Map<String, Object> line(Random random) {
    boolean tokens = random.nextInt(3) > 0;
    Map<String, Object> line = new HashMap<>();
    line.put("cost_type", tokens ? "tokens" : "web_search");
    line.put("currency", random.nextInt(4) == 0 ? "EUR" : "USD");
    line.put("description", Family.one(random, List.of("Tokens", "O'Reilly's \\ line")));
    if (tokens) {
      line.put("model", Family.one(random, List.of("claude-opus-5-5", "claude-haiku-5-5")));
      line.put("token_type", Family.one(random, List.of("output_tokens", "uncached_input_tokens")));
    }
    if (random.nextInt(3) > 0) {
      line.put("workspace_id", "wrkspc_" + random.nextInt(3));
    }
    return line;
  }

  private static Map<String, Object> paid(Random random, Map<String, Object> line, LocalDate day) {
    Map<String, Object> cells = new HashMap<>(line);
    BigDecimal cents = new BigDecimal(new BigInteger(50, random), random.nextInt(19));
    BigDecimal amount = random.nextInt(10) == 0 ? cents.negate() : cents;
    cells.put("amount_cents", amount);
    cells.put("amount_usd", amount.movePointLeft(2));
    cells.put("bucket_start", day.atStartOfDay(ZoneOffset.UTC).toInstant());
    cells.put("bucket_end", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    return cells;
  }
}
