package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL of administrators: it reaches everything that is stored. */
public record QueryApi(Answers answers) {
  private static final int MOST_ROWS = 10_000;

  @Says("A question in SQL.")
  record QueryRequest(@Says("One SELECT; it can only read.") String sql) {}

  @Says("What a question in SQL gave.")
  record QueryResult(
      @Says("Its columns.") List<GridColumn> columns,
      @Says("Its rows; decimals and times as texts.") List<List<@Nullable Object>> rows,
      @Says("True where there were more than 10000 rows, which are left out.")
          Optional<Boolean> cut) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/api/v1/query", QueryResult.class)
            .says("Asks in SQL: one SELECT, read-only, at most a minute, the first 10000 rows.")
            .body(QueryRequest.class)
            .role(Role.ADMIN)
            .by(this::run));
  }

  private Reply run(Call call) {
    Grid grid = Grid.of(answers, call.body(QueryRequest.class).sql(), MOST_ROWS);
    return Reply.of(
        new QueryResult(
            grid.columns(), grid.rows(), grid.cut() ? Optional.of(true) : Optional.empty()));
  }
}
