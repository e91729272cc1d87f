package dev.outlay.ask.catalogue;

import static dev.outlay.ask.Data.ANALYTICS_COST;
import static dev.outlay.ask.Data.ANALYTICS_USAGE;
import static dev.outlay.ask.Data.CLAUDE_CODE;
import static dev.outlay.ask.Data.CLAUDE_CODE_MODELS;
import static dev.outlay.ask.Data.CLAUDE_CODE_TOOLS;
import static dev.outlay.ask.Data.COST;
import static dev.outlay.ask.Data.USAGE;

import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Naming;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By what figures can be broken down. */
final class Dimensions {
  private static final Set<Data> API = EnumSet.of(USAGE, COST, ANALYTICS_USAGE, ANALYTICS_COST);
  private static final Set<Data> CODE =
      EnumSet.of(CLAUDE_CODE, CLAUDE_CODE_MODELS, CLAUDE_CODE_TOOLS);
  private static final Set<Data> ANALYTICS = EnumSet.of(ANALYTICS_USAGE, ANALYTICS_COST);
  private static final String NO_TOKENS = "Not a token cost";

  static final List<Dimension> ALL =
      List.of(
          of(
              "model",
              "Model",
              "The model that was used.",
              NO_TOKENS,
              Naming.PLAIN,
              on("model", API, Set.of(CLAUDE_CODE_MODELS))),
          of(
              "model_family",
              "Model family",
              "Opus, Sonnet, Haiku, …",
              NO_TOKENS,
              Naming.MODEL_FAMILY,
              on("model", API, Set.of(CLAUDE_CODE_MODELS))),
          of(
              "workspace",
              "Workspace",
              "The workspace that was used.",
              "Default Workspace",
              Naming.WORKSPACE,
              on("workspace_id", API)),
          of(
              "api_key",
              "API key",
              "The key that was used.",
              "Console",
              Naming.API_KEY,
              on("api_key_id", Set.of(USAGE), ANALYTICS)),
          of(
              "key_owner",
              "Owner of the key",
              "Whoever the key acts for, or else who made it.",
              "No owner known",
              Naming.KEY_OWNER,
              on("api_key_id", Set.of(USAGE), ANALYTICS)),
          new Dimension(
              "person",
              "Person",
              "The user who was signed in.",
              "Not a person",
              people(),
              Naming.PERSON),
          of(
              "service_account",
              "Service account",
              "The service account that was used.",
              "Not a service account",
              Naming.SERVICE_ACCOUNT,
              on("service_account_id", Set.of(USAGE))),
          of(
              "service_tier",
              "Service tier",
              "Standard, batch, priority, …",
              NO_TOKENS,
              Naming.PLAIN,
              on("service_tier", API)),
          of(
              "batch",
              "Batch or real-time",
              "Whether it went through the batch API.",
              NO_TOKENS,
              Naming.BATCH,
              on("service_tier", API)),
          of(
              "context_window",
              "Context window",
              "How long the prompts were.",
              NO_TOKENS,
              Naming.PLAIN,
              on("context_window", API)),
          of(
              "inference_geo",
              "Inference geography",
              "Where models ran.",
              "No geography given",
              Naming.PLAIN,
              on("inference_geo", API)),
          of(
              "speed",
              "Speed",
              "Standard or fast.",
              "No speed given",
              Naming.PLAIN,
              on("speed", Set.of(USAGE), ANALYTICS)),
          of(
              "token_type",
              "Kind of token",
              "Input, output, read from or written to the cache.",
              NO_TOKENS,
              Naming.WORDS,
              on("token_type", Set.of(COST, ANALYTICS_COST))),
          of(
              "cost_type",
              "Kind of cost",
              "Tokens, web search, code execution, …",
              "No kind given",
              Naming.WORDS,
              on("cost_type", Set.of(COST, ANALYTICS_COST))),
          of(
              "description",
              "Line of the bill",
              "As the bill puts it.",
              "No description",
              Naming.PLAIN,
              on("description", Set.of(COST))),
          of(
              "currency",
              "Currency",
              "The currency of the bill.",
              "No currency given",
              Naming.PLAIN,
              on("currency", Set.of(COST, ANALYTICS_COST))),
          of(
              "terminal",
              "Terminal",
              "Where Claude Code ran.",
              "No terminal given",
              Naming.PLAIN,
              on("terminal_type", CODE)),
          of(
              "customer_type",
              "Customer type",
              "API or subscription.",
              "No customer type given",
              Naming.WORDS,
              on("customer_type", CODE)),
          of(
              "subscription_type",
              "Subscription",
              "Team, enterprise, …",
              "No subscription",
              Naming.WORDS,
              on("subscription_type", Set.of(CLAUDE_CODE))),
          of(
              "actor_type",
              "Kind of actor",
              "A person, a key, …",
              "No actor given",
              Naming.WORDS,
              on("actor_type", CODE, ANALYTICS)),
          of(
              "product",
              "Product",
              "API, chat, Claude Code, …",
              "No product given",
              Naming.WORDS,
              on("product", ANALYTICS)),
          of(
              "tool",
              "Tool",
              "The tool of Claude Code that proposed a change.",
              "No tool given",
              Naming.WORDS,
              on("tool", Set.of(CLAUDE_CODE_TOOLS))),
          of(
              "connection",
              "Connection",
              "The organisation, by the name of its connection.",
              "No connection",
              Naming.PLAIN,
              on("connection", EnumSet.allOf(Data.class))),
          of(
              "hour_of_day",
              "Hour of the day",
              "In the zone of the ask.",
              "No time",
              Naming.HOUR,
              on("bucket_start", Set.of(USAGE))),
          of(
              "weekday",
              "Day of the week",
              "In the zone of the ask; days of bills are UTC.",
              "No day",
              Naming.WEEKDAY,
              weekdays()));

  private Dimensions() {}

  private static Dimension of(
      String name,
      String title,
      String meaning,
      String unnamed,
      Naming naming,
      Map<Data, String> columns) {
    return new Dimension(name, title, meaning, unnamed, columns, naming);
  }

  private static Map<Data, String> on(String column, Collection<Data> some, Collection<Data> more) {
    Map<Data, String> columns = on(column, some);
    columns.putAll(on(column, more));
    return columns;
  }

  private static Map<Data, String> on(String column, Collection<Data> data) {
    Map<Data, String> columns = new EnumMap<>(Data.class);
    data.forEach(each -> columns.put(each, column));
    return columns;
  }

  private static Map<Data, String> people() {
    Map<Data, String> columns = on("actor", CODE);
    columns.put(USAGE, "account_id");
    columns.putAll(on("actor_id", ANALYTICS));
    return columns;
  }

  private static Map<Data, String> weekdays() {
    Map<Data, String> columns = new EnumMap<>(Data.class);
    EnumSet.allOf(Data.class).forEach(data -> columns.put(data, data.time()));
    return columns;
  }
}
