package dev.outlay.testkit.ask;

import static dev.outlay.testkit.ask.Family.narrowed;

import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up days of Claude Code of two organisations: people and keys, their models and tools. The
 * three tables do not agree, so that an answer made of the wrong one is seen.
 */
final class Sessions {
  static final Entries ENTRIES = new Entries("claude_code_usage", "date");
  private static final Table DAYS = ENTRIES.table("claude_code_usage");
  private static final Table MODELS = ENTRIES.table("claude_code_models");
  private static final Table TOOLS = ENTRIES.table("claude_code_tools");

  private static final List<String> BY =
      List.of("person", "terminal", "customer_type", "actor_type", "connection", "weekday");
  private static final List<Family.Narrowed> NARROWED =
      List.of(
          narrowed("", _ -> true),
          narrowed("terminal != vscode", row -> !row.isOneOf("terminal", "vscode")),
          narrowed("terminal is empty", row -> row.is("terminal") == null),
          narrowed("person is empty", row -> row.is("person") == null),
          narrowed("person ~ ANN", row -> row.isOneOf("person", "ann@example.com")),
          narrowed(
              "person = ann@example.com, bob@example.com and weekday != 3",
              row ->
                  row.isOneOf("person", "ann@example.com", "bob@example.com")
                      && !row.isOneOf("weekday", "3")),
          narrowed("actor_type = user_actor", row -> row.isOneOf("actor_type", "user_actor")));

  private static final List<String> COUNTS =
      List.of(
          "num_sessions",
          "lines_added",
          "commits_by_claude_code",
          "edit_tool_accepted",
          "edit_tool_rejected",
          "total_input_tokens",
          "total_output_tokens",
          "total_cache_read_tokens",
          "total_cache_creation_tokens");
  private static final List<String> TOKENS =
      List.of("input_tokens", "output_tokens", "cache_read_tokens", "cache_creation_tokens");

  static final List<Family> FAMILIES = List.of(days(), models(), tools());

  private Sessions() {}

  private static Family days() {
    Reckoning sessions = Reckoning.sum("num_sessions");
    Reckoning cost = dollars("total_estimated_cost_cents");
    Reckoning accepted = Reckoning.sum("edit_tool_accepted");
    Map<String, Reckoning> measures = new HashMap<>();
    measures.put("sessions", sessions);
    measures.put("lines_added", Reckoning.sum("lines_added"));
    measures.put("commits", Reckoning.sum("commits_by_claude_code"));
    measures.put("claude_code_cost", cost);
    measures.put(
        "claude_code_tokens",
        Reckoning.sum(COUNTS.stream().filter(c -> c.startsWith("total")).toArray(String[]::new)));
    measures.put("active_developers", Reckoning.people(false));
    measures.put("developer_days", Reckoning.people(true));
    measures.put("cost_per_session", cost.over(sessions));
    measures.put("cost_per_developer_day", cost.over(Reckoning.people(true)));
    measures.put(
        "edit_acceptance_rate", accepted.over(accepted, Reckoning.sum("edit_tool_rejected")));
    List<String> by = Stream.concat(BY.stream(), Stream.of("subscription_type")).toList();
    return new Family(DAYS.name(), measures, List.of(), by, NARROWED);
  }

  private static Family models() {
    return new Family(
        MODELS.name(),
        Map.of(
            "claude_code_cost",
            dollars("estimated_cost_cents"),
            "claude_code_tokens",
            Reckoning.sum(TOKENS.toArray(String[]::new))),
        List.of("model", "model_family"),
        BY,
        NARROWED);
  }

  private static Family tools() {
    Reckoning accepted = Reckoning.sum("accepted");
    Reckoning rejected = Reckoning.sum("rejected");
    return new Family(
        TOOLS.name(),
        Map.of(
            "tools_accepted",
            accepted,
            "tools_rejected",
            rejected,
            "acceptance_rate",
            accepted.over(accepted, rejected)),
        List.of(),
        Stream.concat(BY.stream(), Stream.of("tool")).toList(),
        NARROWED);
  }

  private static Reckoning dollars(String column) {
    return Reckoning.sum(column).where(row -> row.isOneOf("currency", "USD")).hundredth();
  }

  /** The same for the same seed. */
  static List<Entry> rows(long seed) {
    Random random = new Random(seed);
    List<Entry> rows = new ArrayList<>();
    for (String connection : Entries.CONNECTIONS) {
      LocalDate end = LocalDate.ofInstant(Usage.TO, ZoneOffset.UTC);
      LocalDate day = LocalDate.ofInstant(Usage.FROM, ZoneOffset.UTC);
      for (; day.isBefore(end); day = day.plusDays(1)) {
        day(rows, random, connection, day);
      }
    }
    return rows;
  }

  private static void day(List<Entry> rows, Random random, String connection, LocalDate day) {
    for (String actor : List.of("ann@example.com", "bob@example.com", "build key", "deploy key")) {
      for (String terminal : List.of("vscode", "tmux", "")) {
        if (random.nextInt(4) == 0) {
          Map<String, Object> who = who(random, actor, terminal, day);
          rows.add(new Entry(connection, DAYS, day, counted(random, who)));
          models(random, who).forEach(c -> rows.add(new Entry(connection, MODELS, day, c)));
          tools(random, who).forEach(c -> rows.add(new Entry(connection, TOOLS, day, c)));
        }
      }
    }
  }

  private static Map<String, Object> who(
      Random random, String actor, String terminal, LocalDate day) {
    Map<String, Object> who = new HashMap<>();
    who.put("date", day);
    who.put("actor", actor);
    who.put("actor_type", actor.contains("@") ? "user_actor" : "api_actor");
    who.put("customer_type", Family.one(random, List.of("api", "subscription")));
    who.put("is_remote", random.nextBoolean());
    if (!terminal.isEmpty()) {
      who.put("terminal_type", terminal);
    }
    return who;
  }

  /** Some counts are not told, and no cost where its models differ in currency. */
  private static Map<String, Object> counted(Random random, Map<String, Object> who) {
    Map<String, Object> cells = new HashMap<>(who);
    COUNTS.stream()
        .filter(_ -> random.nextInt(5) > 0)
        .forEach(each -> cells.put(each, (long) random.nextInt(50)));
    if (random.nextInt(3) > 0) {
      cells.put("subscription_type", Family.one(random, List.of("team", "enterprise")));
    }
    if (random.nextInt(4) > 0) {
      cells.put("currency", Family.one(random, List.of("USD", "USD", "EUR")));
      cells.put("total_estimated_cost_cents", cents(random));
    }
    return cells;
  }

  private static List<Map<String, Object>> models(Random random, Map<String, Object> who) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (String model : List.of("claude-opus-5-5", "claude-haiku-5-5")) {
      Map<String, Object> cells = new HashMap<>(who);
      cells.put("model", model);
      TOKENS.forEach(each -> cells.put(each, random.nextLong(1L << 55)));
      cells.put("currency", Family.one(random, List.of("USD", "EUR")));
      cells.put("estimated_cost_cents", cents(random));
      models.add(cells);
    }
    return models.subList(0, 1 + random.nextInt(2));
  }

  private static List<Map<String, Object>> tools(Random random, Map<String, Object> who) {
    List<Map<String, Object>> tools = new ArrayList<>();
    for (String tool : List.of("edit_tool", "write_tool", "a_tool_of_tomorrow")) {
      Map<String, Object> cells = new HashMap<>(who);
      cells.put("tool", tool);
      cells.put("accepted", (long) random.nextInt(3));
      cells.put("rejected", (long) random.nextInt(3));
      tools.add(cells);
    }
    return tools.subList(0, random.nextInt(4));
  }

  private static BigDecimal cents(Random random) {
    return new BigDecimal(new BigInteger(50, random), random.nextInt(19));
  }
}
