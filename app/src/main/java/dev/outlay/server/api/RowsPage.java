package dev.outlay.server.api;

import dev.outlay.ask.Filter;
import dev.outlay.server.Refusal;
import dev.outlay.server.api.DatasetsApi.DatasetRows;
import dev.outlay.store.Answers;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of what is known now of a table, in the order of time and of the rows' lasting ids, so
 * that no page gives a row again and rows that come meanwhile move none.
 */
record RowsPage(
    Table table,
    Optional<Instant> from,
    Optional<Instant> to,
    Filter where,
    Optional<Set<String>> workspaces,
    Optional<Cursor> cursor,
    int limit) {
  private static final List<String> TIMES = List.of("bucket_start", "date");

  DatasetRows of(Answers answers) {
    Grid grid;
    try {
      grid = Grid.of(answers, sql(), limit);
    } catch (IllegalArgumentException _) {
      throw Refusal.parameter("cursor", "is of something else than this table", "");
    }
    List<List<@Nullable Object>> rows = grid.rows();
    Optional<String> next =
        rows.size() < limit ? Optional.empty() : Optional.of(after(rows.getLast()).text());
    int shown = grid.columns().size() - 2;
    return new DatasetRows(
        grid.columns().subList(0, shown),
        rows.stream().map(row -> row.subList(0, shown)).toList(),
        next);
  }

  /** The last two columns are the key, as texts. */
  private static Cursor after(List<@Nullable Object> row) {
    return Cursor.after(
        String.valueOf(row.get(row.size() - 2)), String.valueOf(row.get(row.size() - 1)));
  }

  private String sql() {
    String columns =
        table.columns().stream()
            .map(each -> Sql.name(each.name()))
            .collect(Collectors.joining(", "));
    return "SELECT connection, "
        + columns
        + ", "
        + time().map(name -> name + "::VARCHAR").orElse("''")
        + " AS _time, row_id AS _id FROM history."
        + Sql.name(table.name())
        + " WHERE "
        + String.join(" AND ", conditions())
        + time().map(name -> " AND " + near(name)).orElse("")
        + " ORDER BY "
        + time().map(name -> name + ", ").orElse("")
        + "row_id LIMIT "
        + limit;
  }

  /** Ids cost time to make, so only those of the page's own time are made. */
  private String near(String time) {
    return time
        + " <= coalesce((SELECT max(t) FROM (SELECT "
        + time
        + " AS t FROM history."
        + Sql.name(table.name())
        + " WHERE "
        + String.join(" AND ", conditions())
        + " ORDER BY t LIMIT "
        + limit
        + ")), "
        + time
        + ")";
  }

  private List<String> conditions() {
    List<String> all = new ArrayList<>(List.of("known_to IS NULL"));
    if (!where.isNone()) {
      all.add(new RowsWhere(table, where).sql());
    }
    workspaces.ifPresent(ids -> all.add("workspace_id IN " + Sql.texts(ids)));
    from.ifPresent(at -> all.add(timed() + " >= " + literal(at)));
    to.ifPresent(at -> all.add(timed() + " < " + literal(at)));
    cursor.ifPresent(at -> all.add(after(at)));
    return all;
  }

  private String after(Cursor at) {
    String id = Sql.text(at.part(1, 2));
    return time()
        .map(name -> {
          String value = Sql.text(at.part(0, 2)) + "::" + sqlType(name);
          return name
              + " >= "
              + value
              + " AND ("
              + name
              + " > "
              + value
              + " OR row_id > "
              + id
              + ")";
        })
        .orElse("row_id > " + id);
  }

  private String timed() {
    return time()
        .orElseThrow(() ->
            Refusal.parameter(
                "from", "makes no sense: rows of " + table.name() + " have no time", ""));
  }

  private String literal(Instant at) {
    return time().map(this::sqlType).orElse("").equals("DATE")
        ? "TIMESTAMPTZ " + Sql.text(at.toString()) + "::DATE"
        : "TIMESTAMPTZ " + Sql.text(at.toString());
  }

  private Optional<String> time() {
    return table.columns().stream().map(Column::name).filter(TIMES::contains).findFirst();
  }

  private String sqlType(String column) {
    return table.columns().get(table.indexOf(column)).type() == Type.Plain.DATE
        ? "DATE"
        : "TIMESTAMPTZ";
  }
}
