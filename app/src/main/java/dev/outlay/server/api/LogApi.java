package dev.outlay.server.api;

import dev.outlay.access.log.Entry;
import dev.outlay.access.log.Journal;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who signed in and who changed what, in the last 365 days; for administrators. */
public record LogApi(Journal journal) {
  private static final Parameter<Integer> LIMIT =
      Parameter.number("limit", "How many at most; 100 without.", 1, 1000);

  @Says("A page of the log.")
  record LogPage(
      @Says("Newest first.") List<LogLine> entries,
      @Says("Where the next page begins; left out at the end.") Optional<String> nextCursor) {}

  @Says("One line of the log.")
  record LogLine(
      Instant at,
      @Says("sign_in, failed or change.") Entry.Kind kind,
      @Says("Who did it.") String who,
      @Says("What they did, in words.") String what,
      @Says("The address it came from.") Optional<String> from) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/log", LogPage.class)
            .says("Sign-ins and changes of the last 365 days, newest first.")
            .takes(LIMIT, Cursor.PARAMETER)
            .by(this::page));
  }

  private Reply page(Call call) {
    int limit = call.get(LIMIT, 100);
    List<Entry> entries =
        journal.newest(limit, call.find(Cursor.PARAMETER).map(each -> each.part(0, 1)));
    Optional<String> next =
        entries.size() < limit
            ? Optional.empty()
            : Optional.of(Cursor.after(entries.getLast().id()).text());
    return Reply.of(new LogPage(entries.stream().map(LogApi::line).toList(), next));
  }

  private static LogLine line(Entry entry) {
    return new LogLine(entry.at(), entry.kind(), entry.who(), entry.what(), entry.from());
  }
}
