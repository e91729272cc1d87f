package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Group;
import dev.outlay.ask.Naming;
import dev.outlay.ask.relation.Dialect;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Relation;
import dev.outlay.store.Answers;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids and their names, read when they are first needed. Not safe for use by several threads. */
final class Names {
  private final Answers answers;
  private final Dialect dialect;
  private final Set<String> tables;
  private final Map<String, Map<String, String>> loaded = new HashMap<>();
  private final Map<List<@Nullable String>, List<Group>> groups = new HashMap<>();

  Names(Answers answers, Dialect dialect, Set<String> tables) {
    this.answers = answers;
    this.dialect = dialect;
    this.tables = tables;
  }

  /** What a value in the column of a dataset stands for. */
  @Nullable String value(Dimension dimension, Data data, @Nullable String raw) {
    if (raw == null) {
      return null;
    }
    return switch (dimension.naming()) {
      case PERSON -> person(data, raw);
      case KEY_OWNER -> owners().get(raw);
      case MODEL_FAMILY -> Naming.family(raw);
      case BATCH -> raw.equals("batch") ? "batch" : "real-time";
      default -> raw;
    };
  }

  Group group(Dimension dimension, @Nullable String id) {
    return new Group(id, id == null ? dimension.unnamed() : name(dimension.naming(), id));
  }

  /**
   * The group of those ids.
   *
   * @param by the dimensions of the ask, the same every time
   */
  List<Group> groups(List<Dimension> by, List<@Nullable String> ids) {
    return groups.computeIfAbsent(
        ids,
        _ -> IntStream.range(0, by.size()).mapToObj(i -> group(by.get(i), ids.get(i))).toList());
  }

  /** By what else it is known: an address. */
  Stream<String> aliases(Dimension dimension, @Nullable String id) {
    return id != null && dimension.naming() == Naming.PERSON
        ? Stream.ofNullable(all("users", "id", "email").get(id))
        : Stream.empty();
  }

  /** The ids whose name that is, where names are kept. */
  Stream<String> named(Dimension dimension, String name) {
    return kept(dimension.naming()).entrySet().stream()
        .filter(each -> each.getValue().equals(name))
        .map(Map.Entry::getKey);
  }

  /** Ids with names, as far as they are kept. */
  Map<String, String> kept(Naming naming) {
    return switch (naming) {
      case WORKSPACE -> all("workspaces", "id", "name");
      case API_KEY -> all("api_keys", "id", "name");
      case SERVICE_ACCOUNT -> all("service_accounts", "id", "name");
      case PERSON -> people();
      case KEY_OWNER -> owning();
      default -> Map.of();
    };
  }

  private String name(Naming naming, String id) {
    return switch (naming) {
      case WORDS -> words(id);
      case HOUR -> (id.length() < 2 ? "0" : "") + id + ":00";
      case WEEKDAY ->
          DayOfWeek.of(Integer.parseInt(id)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case MODEL_FAMILY -> id.startsWith("claude-") ? id : words(id);
      case BATCH -> id.equals("batch") ? "Batch" : "Real-time";
      default -> kept(naming).getOrDefault(id, id);
    };
  }

  private static String words(String id) {
    String text =
        id.replace("cache_creation.ephemeral_5m", "cache_write_5m")
            .replace("cache_creation.ephemeral_1h", "cache_write_1h")
            .replace('_', ' ')
            .strip();
    return text.isEmpty() ? id : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A key or a service account is nobody. */
  private @Nullable String person(Data data, String raw) {
    if (data.hasDates()
        ? !raw.contains("@")
        : raw.startsWith("apikey_") || raw.startsWith("svac_")) {
      return null;
    }
    return all("users", "email", "id").getOrDefault(raw, raw);
  }

  private Map<String, String> people() {
    return joined("people", all("users", "id", "email"), all("users", "id", "name"));
  }

  private Map<String, String> owning() {
    return joined("owning", people(), all("service_accounts", "id", "name"));
  }

  private Map<String, String> owners() {
    return joined(
        "owners", all("api_keys", "id", "created_by_id"), all("api_keys", "id", "principal_id"));
  }

  private Map<String, String> joined(
      String name, Map<String, String> some, Map<String, String> more) {
    Map<String, String> known = loaded.get(name);
    if (known == null) {
      known = new HashMap<>(some);
      known.putAll(more);
      loaded.put(name, known);
    }
    return known;
  }

  private Map<String, String> all(String table, String from, String to) {
    String name = table + "." + from + "." + to;
    Map<String, String> known = loaded.get(name);
    if (known == null) {
      known = new HashMap<>();
      read(table, from, to, known::put);
      loaded.put(name, known);
    }
    return known;
  }

  private void read(String table, String from, String to, BiConsumer<String, String> pairs) {
    if (!tables.contains(table)) {
      return;
    }
    Relation pairsOf =
        new Relation.Grouped(
            new Relation.Scan("", table),
            List.of(
                new Relation.Named("a", Expr.column(from)),
                new Relation.Named("b", Expr.column(to))),
            List.of());
    Fetched.each(
        answers,
        dialect.sql(pairsOf),
        row -> {
          String id = row.text(0);
          String name = row.text(1);
          if (id != null && name != null && !name.isBlank()) {
            pairs.accept(id, name);
          }
        });
  }
}
