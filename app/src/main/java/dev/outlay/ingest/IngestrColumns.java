package dev.outlay.ingest;

import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that ingestr's Anthropic source gives, by table, so that one can stand for the other.
 * A word is a column; {@code name=ours} says which of ours it is made of, {@code *} that it is part
 * of what tells rows apart.
 */
final class IngestrColumns {
  static final String LOADED_AT = "_ingestr_loaded_at";

  /** What it groups the usage report by; workspaces are not among it, and stay null. */
  static final List<String> CUT =
      List.of("api_key_id", "context_window", "inference_geo", "model", "service_tier");

  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "claude_code_usage",
        "date organization_id actor_type actor_id=actor customer_type terminal_type num_sessions"
            + " lines_added lines_removed commits_by_claude_code pull_requests_by_claude_code"
            + " edit_tool_accepted edit_tool_rejected multi_edit_tool_accepted"
            + " multi_edit_tool_rejected write_tool_accepted write_tool_rejected"
            + " notebook_edit_tool_accepted notebook_edit_tool_rejected total_input_tokens"
            + " total_output_tokens total_cache_read_tokens total_cache_creation_tokens"
            + " total_estimated_cost_cents models_used");
    ALL.put(
        "usage_report",
        "*bucket_start bucket_end *api_key_id workspace_id *model *service_tier *context_window"
            + " *inference_geo uncached_input_tokens output_tokens cache_read_input_tokens"
            + " cache_creation_1h_tokens=cache_creation_1h_input_tokens"
            + " cache_creation_5m_tokens=cache_creation_5m_input_tokens web_search_requests");
    ALL.put(
        "cost_report",
        "*bucket_start bucket_end *workspace_id *description *cost_type *model *token_type"
            + " *service_tier *context_window *inference_geo *currency amount=amount_cents");
    ALL.put("organization", "*id name type");
    ALL.put(
        "workspaces",
        "*id name created_at archived_at display_color compartment_id external_key_id"
            + " data_residency tags type");
    ALL.put(
        "api_keys",
        "*id name status created_at expires_at created_by_id created_by_type workspace_id"
            + " partial_key_hint type");
    ALL.put(
        "invites", "*id email role status invited_at expires_at accepted_at rbac_group_ids type");
    ALL.put("users", "*id email name role added_at type");
    ALL.put("workspace_members", "*workspace_id *user_id workspace_role type=");
  }

  private IngestrColumns() {}

  /** The tables it has, by the names of our datasets. */
  static List<String> tables() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The form of a table.
   *
   * @param loadedAt the time that stands in every row; empty for none
   */
  static Form of(Table table, Optional<Instant> loadedAt) {
    List<Part> parts = new ArrayList<>();
    Stream.of(ALL.getOrDefault(table.name(), "").split(" "))
        .map(word -> part(table, word))
        .forEach(parts::add);
    loadedAt.map(IngestrColumns::loaded).ifPresent(parts::add);
    return new Form(table.name(), table.name(), table.meaning(), parts, keeps(table));
  }

  private static Part part(Table table, String word) {
    boolean key = word.startsWith("*");
    String[] names = (key ? word.substring(1) : word).split("=", -1);
    String source = names[names.length - 1];
    return source.isEmpty()
        ? constant(new Column(names[0], TEXT, false, "Always workspace_member."))
        : part(table, names[0], source, key);
  }

  private static Part part(Table table, String name, String source, boolean key) {
    Column ours = table.columns().get(table.indexOf(source));
    Part taken = Form.taken(table, new Column(name, ours.type(), key, ours.meaning()), source);
    return switch (name) {
      case "amount" -> taken.as(typed(taken, TEXT)).then(amount -> plain((BigDecimal) amount));
      case "date" -> taken.as(typed(taken, INSTANT)).then(IngestrColumns::startOfDay);
      default -> taken;
    };
  }

  private static Column typed(Part part, Type type) {
    Column column = part.column();
    return new Column(column.name(), type, column.role(), column.meaning());
  }

  private static Part constant(Column column) {
    return new Part(column, column.name(), _ -> "workspace_member");
  }

  private static Part loaded(Instant at) {
    Column column = new Column(LOADED_AT, INSTANT, Column.Role.REMARK, "When it was loaded (UTC).");
    return new Part(column, LOADED_AT, _ -> at);
  }

  /** As the API spells amounts: cents, without zeros at the end. */
  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private static Object startOfDay(Object date) {
    return ((LocalDate) date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** It does not ask for archived workspaces, and the list leaves the default one out. */
  private static Predicate<@Nullable Object[]> keeps(Table table) {
    if (!table.name().equals("workspaces")) {
      return _ -> true;
    }
    int archived = table.indexOf("archived_at");
    int standard = table.indexOf("is_default");
    return row -> row[archived] == null && !Boolean.TRUE.equals(row[standard]);
  }
}
