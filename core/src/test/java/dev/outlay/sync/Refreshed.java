package dev.outlay.sync;

import dev.outlay.dataset.Dataset;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import dev.outlay.source.Source;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A source that always gives the same span, complete as far as it was refreshed. */
record Refreshed(Span span, Optional<Instant> to) implements Source {
  @Override
  public List<Dataset> datasets() {
    return List.of();
  }

  @Override
  public List<Series> series(Dataset dataset) {
    return List.of();
  }

  @Override
  public Scope scope(Series series, Optional<Span> asked) {
    return Scope.EVERYTHING;
  }

  @Override
  public Answer read(Series series, Optional<Span> asked, Intake intake) {
    return new Answer(Optional.of(span), false, Optional.empty(), to);
  }
}
