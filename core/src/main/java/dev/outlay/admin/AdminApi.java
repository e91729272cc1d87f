package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import dev.outlay.source.Selection;
import dev.outlay.source.Source;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The Admin API as a source of rows: {@code GET} only, complete answers only. */
public final class AdminApi implements Source, AutoCloseable {
  public AdminApi(AdminSettings settings, Selection selection, InstantSource clock) {}

  /** Asks who the key belongs to; one request. */
  public Organization whoAmI() {
    return new Organization("", "", java.time.Duration.ZERO);
  }

  @Override
  public List<Dataset> datasets() {
    return List.of();
  }

  @Override
  public List<Series> series(Dataset dataset) {
    return List.of();
  }

  @Override
  public Scope scope(Series series, Optional<Span> span) {
    return Scope.EVERYTHING;
  }

  @Override
  public Answer read(Series series, Optional<Span> span, Intake intake) {
    return new Answer(span, false, Optional.empty(), Optional.empty(), List.of());
  }

  @Override
  public void close() {}
}
