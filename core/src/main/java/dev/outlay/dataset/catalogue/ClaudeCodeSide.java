package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.BOOLEAN;
import static dev.outlay.table.Type.Plain.DATE;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Field;
import dev.outlay.dataset.Node;
import dev.outlay.dataset.RowReader;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Table.Twins;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the side tables of Claude Code have in common: who, when and where. */
final class ClaudeCodeSide {
  private static final List<Field> WHO =
      List.of(
          key("date", DATE, needed("date"), "The UTC day."),
          key("actor_type", TEXT, needed("actor.type"), "user_actor or api_actor."),
          key("actor", TEXT, ClaudeCode.ACTOR, "E-mail address, or name of the key."),
          key("customer_type", TEXT, item("customer_type"), "api or subscription."),
          key("terminal_type", TEXT, item("terminal_type"), "vscode, iTerm.app, tmux, …"),
          key("is_remote", BOOLEAN, item("is_remote"), "Whether it ran remotely."));

  private ClaudeCodeSide() {}

  static Table table(String name, String meaning, Column... more) {
    List<Column> columns =
        Stream.concat(WHO.stream().map(Field::column), Arrays.stream(more)).toList();
    return new Table(name, meaning, columns, Twins.NUMBERED);
  }

  /** A row: who, when and where, then the cells given. */
  static @Nullable Object[] row(Node item, @Nullable Object... more) {
    @Nullable Object[] row =
        Arrays.copyOf(RowReader.of(WHO).cells(item, item), WHO.size() + more.length);
    System.arraycopy(more, 0, row, WHO.size(), more.length);
    return row;
  }
}
