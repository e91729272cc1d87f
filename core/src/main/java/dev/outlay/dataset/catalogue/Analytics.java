package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.remark;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.asked;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.dataset.From.worked;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Cells;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.DatasetBuilder;
import dev.outlay.dataset.Field;
import dev.outlay.dataset.From;
import dev.outlay.dataset.Node;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the second generation of usage and cost have in common: rows by day and group. */
final class Analytics {
  /** A day less than the API allows, whatever the time of day. */
  private static final Width DAY =
      new Width(
          "1d",
          Width.DAY,
          31,
          Duration.ofDays(364),
          new Settle.AfterMonth(Duration.ofDays(7)),
          Width.DAY);

  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  /** Dimensions with columns of their own; all others go to {@code other_dimensions}. */
  private static final Set<String> OWN =
      Set.of(
          "actor",
          "actor_type",
          "api_key_id",
          "workspace_id",
          "model",
          "product",
          "service_tier",
          "context_window",
          "inference_geo",
          "speed",
          "cost_type",
          "token_type");

  private Analytics() {}

  static DatasetBuilder called(String name, String meaning, String path) {
    return Dataset.called(name)
        .meaning(meaning)
        .documented(
            "https://platform.claude.com/docs/en/manage-claude/usage-cost-analytics-api",
            "2026-11-20")
        .get(path)
        .with("time_bucket_width", "1d")
        .beta("analytics-usage-cost-2026-08-24")
        .paging(Paging.PAGE, 1000)
        .window(new Window.RowReport(DAY, BEGINNING))
        .budget(Budget.ANALYTICS)
        .optional()
        .items("data");
  }

  /** The columns both begin with. */
  static Stream<Field> group() {
    return Stream.of(
        key("bucket_start", INSTANT, needed("starting_at"), "Start of the day, UTC."),
        value("bucket_end", INSTANT, needed("ending_at"), "End of the day, UTC."),
        key("bucket_width", TEXT, asked("bucket_width"), "1d."),
        key("grouped_by", TEXT, asked("grouped_by"), "The dimensions asked for, comma-joined."),
        key("actor_type", TEXT, item("group.actor_type", "group.actor.type"), "Kind of actor."),
        key("actor_id", TEXT, worked(Analytics::actor, "group"), "user_…, svac_… or apikey_…"),
        value("actor_name", TEXT, inActor("name"), "Name of the actor."),
        value("actor_email", TEXT, inActor("email_address"), "E-mail address of the actor."),
        dimension("api_key_id", "apikey_…"),
        dimension("workspace_id", "Null: Default Workspace."),
        dimension("model", "The model."),
        dimension("product", "chat, claude_code, … ; null: code execution."),
        dimension("service_tier", "standard, batch, …"),
        dimension("context_window", "0-200k or 200k-1M."),
        dimension("inference_geo", "global, us or not_available."),
        dimension("speed", "standard or fast."));
  }

  static Field dimension(String name, String meaning) {
    return key(name, TEXT, item("group." + name), meaning);
  }

  static Field others() {
    return key(
        "other_dimensions", JSON, worked(Analytics::other, "group"), "The rest of the group.");
  }

  static Field refreshed() {
    return remark(
        "data_refreshed_at",
        INSTANT,
        From.outer("data_refreshed_at"),
        "Figures after it were incomplete when this row came.");
  }

  static Field[] all(Stream<Field> first, Field... more) {
    return Stream.concat(first, Stream.of(more)).toArray(Field[]::new);
  }

  private static From inActor(String name) {
    return worked(item ->
        item.child("group").get("actor") instanceof Node actor
            ? text(actor, name.equals("name") ? List.of(name) : List.of(name, "email"))
            : null);
  }

  /** The shape of the actor is not documented: the id itself, or an object that holds it. */
  private static @Nullable Object actor(Node item) {
    Object actor = item.child("group").get("actor");
    return actor instanceof Node object
        ? text(object, List.of("id", "user_id", "service_account_id", "api_key_id"))
        : Cells.cell(TEXT, actor, "group.actor");
  }

  private static @Nullable Object text(Node actor, List<String> names) {
    return names.stream()
        .filter(name -> actor.get(name) != null)
        .findFirst()
        .map(name -> Cells.cell(TEXT, actor.get(name), "group.actor." + name))
        .orElse(null);
  }

  private static @Nullable Object other(Node item) {
    Node group = item.child("group");
    Node rest = new Node(0);
    group.names().stream()
        .filter(name -> !OWN.contains(name) && group.get(name) != null)
        .forEach(name -> rest.add(name, group.get(name)));
    return rest.names().isEmpty() ? null : rest.json();
  }
}
