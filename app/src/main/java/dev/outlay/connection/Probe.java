package dev.outlay.connection;

import dev.outlay.admin.AdminApi;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.failure.Failure;
import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks for as little of a dataset as there is: a list, or yesterday. */
public record Probe(AdminApi api, Instant now) {
  private static final Intake NOWHERE =
      new Intake() {
        @Override
        public void rows(int page, Rows rows) {}

        @Override
        public void discard(int page) {}

        @Override
        public void requested() {}

        @Override
        public void paged() {}

        @Override
        public void unknown(List<String> fields) {}
      };

  /** The failure, or nothing when it can be read. */
  public Optional<Failure> failure(Dataset dataset) {
    try {
      api.series(dataset).stream()
          .findFirst()
          .ifPresent(series -> api.read(series, span(dataset, series), NOWHERE));
      return Optional.empty();
    } catch (Failure failure) {
      return Optional.of(failure);
    }
  }

  private Optional<Span> span(Dataset dataset, Series series) {
    return Optional.of(series.width())
        .filter(width -> !width.isEmpty())
        .map(dataset::width)
        .map(this::lastClosed);
  }

  private Span lastClosed(Width width) {
    Instant end = width.floor(now);
    return new Span(end.minus(width.length()), end);
  }
}
