package dev.outlay.destinations.file;

import dev.outlay.destinations.sql.SqlWhere;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the rows that are there the rows of a load may close. */
sealed interface Extent {
  /** Whether a file may hold rows of which it is known only by the load what becomes of them. */
  boolean mayHold(Shelf shelf, DataFile file);

  /** The rows whose keys have to be looked for in all files. */
  Stream<Inbox> keys(Inbox came);

  /** The numbers of the old rows that go, as {@code n}. */
  String went(Table table, String sameAsGone);

  /** What came is all there is of the scope. */
  record Filled(Scope scope) implements Extent {
    @Override
    public boolean mayHold(Shelf shelf, DataFile file) {
      return scope
          .during()
          .filter(during -> shelf.day().map(Field::name).equals(Optional.of(during.column())))
          .map(during ->
              file.day().filter(day -> span(day).intersect(during.span()).isPresent()).isPresent())
          .orElse(true);
    }

    private static Span span(LocalDate day) {
      Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      return new Span(start, start.plusSeconds(86_400));
    }

    @Override
    public Stream<Inbox> keys(Inbox came) {
      return Stream.of(came);
    }

    @Override
    public String went(Table table, String sameAsGone) {
      return "SELECT %1$s AS n FROM old WHERE %2$s AND %1$s NOT IN (SELECT o FROM pair)"
          .formatted(Inbox.NUMBER, new SqlWhere(Engine.WORDS, table).of(scope, ""));
    }
  }

  /** What came is new or other; of the rows with these keys, those go that did not come. */
  record Changed(Inbox gone) implements Extent {
    @Override
    public boolean mayHold(Shelf shelf, DataFile file) {
      return false;
    }

    @Override
    public Stream<Inbox> keys(Inbox came) {
      return Stream.of(came, gone);
    }

    @Override
    public String went(Table table, String sameAsGone) {
      return "SELECT o.%1$s AS n FROM old o SEMI JOIN %2$s g ON %3$s WHERE o.%1$s NOT IN (SELECT o FROM pair)"
          .formatted(Inbox.NUMBER, gone.name(), sameAsGone);
    }
  }
}
