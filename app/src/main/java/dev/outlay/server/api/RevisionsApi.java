package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.quality.Revision;
import dev.outlay.quality.RevisionLog;
import dev.outlay.quality.RevisionPage;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What turned out otherwise than it was first told. */
public record RevisionsApi(Answers answers) {
  private static final int USUAL = 100;
  private static final int PARTS = 3;
  private static final Parameter<String> DATASET = Parameter.text("dataset", "Only of this table.");
  private static final Parameter<Integer> LIMIT =
      Parameter.number("limit", "How many rows at most; 100 without.", 1, 1000);

  @Says("A page of revisions.")
  record RevisionList(
      @Says("The latest first; those of one row stand together.") List<Revision> revisions,
      @Says("Where the next page begins; left out at the end.") Optional<String> nextCursor) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/revisions", RevisionList.class)
            .says("What changed after it was first read: before, after, and when that was seen.")
            .takes(DATASET, LIMIT, Cursor.PARAMETER)
            .role(Role.VIEWER)
            .kept()
            .by(this::page));
  }

  private Reply page(Call call) {
    RevisionPage page =
        new RevisionLog(answers)
            .read(
                call.find(DATASET),
                call.find(Cursor.PARAMETER).map(RevisionsApi::place),
                call.get(LIMIT, USUAL));
    return Reply.of(
        new RevisionList(
            page.revisions(),
            page.next()
                .map(next ->
                    Cursor.after(next.closed().toString(), next.table(), next.rowId()).text())));
  }

  private static RevisionPage.Place place(Cursor cursor) {
    try {
      return new RevisionPage.Place(
          Instant.parse(cursor.part(0, PARTS)), cursor.part(1, PARTS), cursor.part(2, PARTS));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw Refusal.parameter("cursor", "takes the next_cursor of the page before", "");
    }
  }
}
