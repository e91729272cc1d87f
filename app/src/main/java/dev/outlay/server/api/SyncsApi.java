package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of the last 90 days, newest first. */
public record SyncsApi(Answers answers) {
  private static final Parameter<String> CONNECTION =
      Parameter.text("connection", "Only of this connection, by name.");
  private static final Parameter<String> DATASET =
      Parameter.text("dataset", "Only of this dataset.");
  private static final Parameter<String> STATUS =
      Parameter.oneOf(
          "status",
          "Only those that ended so.",
          List.of("ok", "failed", "refused", "not_entitled", "held", "interrupted"));
  private static final Parameter<Integer> LIMIT =
      Parameter.number("limit", "How many at most; 100 without.", 1, 1000);

  @Says("A page of runs.")
  record Syncs(
      @Says("Newest first.") List<SyncRun> syncs,
      @Says("Where the next page begins; left out at the end.") Optional<String> nextCursor) {}

  @Says("One run of one dataset.")
  record SyncRun(
      long syncId,
      String connection,
      String dataset,
      Instant startedAt,
      @Says("Left out while it runs.") @Nullable Instant finishedAt,
      @Says("ok, failed, refused, not_entitled, held or interrupted; left out while it runs.")
          @Nullable String status,
      @Nullable Long requests,
      @Nullable Long pages,
      @Nullable Long rowsRead,
      @Nullable Long rowsAdded,
      @Nullable Long rowsChanged,
      @Nullable Long rowsClosed,
      @Says("What went wrong, in words.") @Nullable String error) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/syncs", Syncs.class)
            .says("The runs of the last 90 days, newest first.")
            .takes(CONNECTION, DATASET, STATUS, LIMIT, Cursor.PARAMETER)
            .role(Role.VIEWER)
            .kept()
            .by(this::page));
  }

  private Reply page(Call call) {
    int limit = call.get(LIMIT, 100);
    List<SyncRun> runs =
        Grid.of(answers, sql(call, limit), limit).rows().stream().map(SyncsApi::run).toList();
    Optional<String> next =
        runs.size() < limit
            ? Optional.empty()
            : Optional.of(Cursor.after(Long.toString(runs.getLast().syncId())).text());
    return Reply.of(new Syncs(runs, next));
  }

  private static String sql(Call call, int limit) {
    List<String> where = new ArrayList<>(List.of("true"));
    call.find(CONNECTION).ifPresent(name -> where.add("connection = " + Sql.text(name)));
    call.find(DATASET).ifPresent(name -> where.add("dataset = " + Sql.text(name)));
    call.find(STATUS).ifPresent(name -> where.add("status = " + Sql.text(name)));
    call.find(Cursor.PARAMETER)
        .ifPresent(cursor -> where.add("sync_id < " + Long.parseLong(cursor.part(0, 1))));
    return "SELECT sync_id, connection, dataset, started_at, finished_at, status, requests, pages, rows_read,"
        + " rows_added, rows_changed, rows_closed, error FROM syncs WHERE "
        + String.join(" AND ", where)
        + " ORDER BY sync_id DESC LIMIT "
        + limit;
  }

  private static SyncRun run(List<@Nullable Object> row) {
    return new SyncRun(
        (Long) Objects.requireNonNull(row.get(0)),
        (String) Objects.requireNonNull(row.get(1)),
        (String) Objects.requireNonNull(row.get(2)),
        (Instant) Objects.requireNonNull(row.get(3)),
        (Instant) row.get(4),
        (String) row.get(5),
        (Long) row.get(6),
        (Long) row.get(7),
        (Long) row.get(8),
        (Long) row.get(9),
        (Long) row.get(10),
        (Long) row.get(11),
        (String) row.get(12));
  }
}
