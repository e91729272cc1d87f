package dev.outlay.server.api;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import dev.outlay.app.setting.Nearest;
import dev.outlay.ask.Filter;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import dev.outlay.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored tables: what there are, and their rows page by page. */
public record DatasetsApi(Answers answers) {
  private static final Parameter<String> NAME =
      Parameter.text("name", "The table.").example("cost_report");
  private static final Parameter<Integer> LIMIT =
      Parameter.number("limit", "How many rows at most; 1000 without.", 1, 10_000);
  private static final Parameter<Instant> FROM =
      Parameter.instant("from", "Only rows from this time on, where rows have a time.");
  private static final Parameter<Instant> TO =
      Parameter.instant("to", "Only rows before this time, where rows have a time.");

  private static final Parameter<String> WHERE =
      Parameter.text(
          "where",
          "Conditions on columns, as in asks: model = a, b and workspace_id is not empty.");

  @Says("Every table there is.")
  record DatasetList(List<DatasetTable> datasets) {}

  @Says("One table.")
  record DatasetTable(
      @Says("Its name, in SQL too.") String name,
      @Says("What it holds.") String meaning,
      @Says("The dataset it is collected with.") String dataset,
      @Says("Whether somebody limited to workspaces may read it, filtered.") boolean byWorkspace,
      List<TableColumn> columns) {}

  @Says("One column of a table.")
  record TableColumn(
      String name,
      @Says("text, integer, decimal, boolean, instant, date or json.") String type,
      @Says("With the unit.") String meaning,
      @Says("Whether it is part of a row's identity.") boolean key) {}

  @Says("A page of rows.")
  record DatasetRows(
      List<GridColumn> columns,
      @Says("Each row once over all pages; decimals and times as texts.")
          List<List<@Nullable Object>> rows,
      @Says("Where the next page begins; left out at the end.") Optional<String> nextCursor) {}

  public List<Endpoint> endpoints() {
    Access access = Access.of(Role.VIEWER).alsoLimited();
    return List.of(
        Endpoint.get("/api/v1/datasets", DatasetList.class)
            .says("The tables there are, with their columns.")
            .access(access)
            .by(call -> Reply.of(list(call.caller()))),
        Endpoint.get("/api/v1/datasets/{name}/rows", DatasetRows.class)
            .says("What is known now of one table, page by page, oldest first.")
            .takes(NAME, WHERE, FROM, TO, LIMIT, Cursor.PARAMETER)
            .access(access)
            .kept()
            .by(this::rows));
  }

  private static DatasetList list(Caller caller) {
    return new DatasetList(
        Datasets.ALL.stream()
            .flatMap(dataset -> dataset.tables().stream().map(table -> told(dataset, table)))
            .filter(table -> table.byWorkspace() || !caller.limited())
            .toList());
  }

  private static DatasetTable told(Dataset dataset, Table table) {
    return new DatasetTable(
        table.name(),
        table.meaning(),
        dataset.name(),
        byWorkspace(table),
        table.columns().stream()
            .map(each ->
                new TableColumn(each.name(), TypeText.of(each.type()), each.meaning(), each.key()))
            .toList());
  }

  private Reply rows(Call call) {
    Table table = table(call.get(NAME));
    if (call.caller().limited() && !byWorkspace(table)) {
      throw Refusal.forbidden(
          table.name() + " cannot be limited to the workspaces you may see",
          "Ask an administrator to lift the limit to some workspaces.");
    }
    RowsPage page =
        new RowsPage(
            table,
            call.find(FROM),
            call.find(TO),
            Filter.of(call.get(WHERE, "")),
            call.caller().workspaces(),
            call.find(Cursor.PARAMETER),
            call.get(LIMIT, 1000));
    return Reply.of(page.of(answers));
  }

  private static Table table(String name) {
    List<Table> all = Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList();
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Refusal.missing(
                "there is no table of that name",
                Nearest.to(name, all.stream().map(Table::name).toList()).orElse("")));
  }

  private static boolean byWorkspace(Table table) {
    return table.columns().stream().anyMatch(each -> each.name().equals("workspace_id"));
  }
}
