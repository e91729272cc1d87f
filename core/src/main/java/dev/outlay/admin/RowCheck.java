package dev.outlay.admin;

import dev.outlay.dataset.Cells;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.source.Answer;
import dev.outlay.table.Span;
import dev.outlay.table.Type.Plain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a span must lie in it, and no page may come twice. */
final class RowCheck implements Check {
  private final Span span;
  private final int time;
  private final String timeName;
  private final Pages pages = new Pages();
  private @Nullable Instant oldest;

  RowCheck(Span span, Dataset dataset) {
    this.span = span;
    this.timeName = dataset.time().orElseThrow().name();
    this.time = dataset.table().indexOf(timeName);
  }

  @Override
  public void pageBegins() {
    pages.begins();
  }

  @Override
  public boolean keep(@Nullable Object[] cells) {
    Instant at = instant(cells[time]);
    if (!span.contains(at)) {
      throw new Misfit(timeName, at + " lies outside the time that was asked");
    }
    oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
    pages.row(cells);
    return true;
  }

  @Override
  public void pageEnds(boolean more) {
    pages.ends(more);
  }

  @Override
  public Answer answer(Instant serverTime, Node envelope) {
    return new Answer(
        Optional.of(span), oldest != null, Optional.ofNullable(oldest), refreshed(envelope));
  }

  private static Optional<Instant> refreshed(Node envelope) {
    String name = "data_refreshed_at";
    return Optional.ofNullable((Instant) Cells.cell(Plain.INSTANT, envelope.get(name), name));
  }

  private Instant instant(@Nullable Object cell) {
    return switch (cell) {
      case Instant instant -> instant;
      case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      case null, default -> throw new Misfit(timeName, "missing, and it is needed");
    };
  }
}
