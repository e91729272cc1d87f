package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets only those rows pass that a filter names, where the API itself cannot filter. */
record Filtered(Intake intake, Dataset dataset, Predicate<@Nullable Object[]> passes)
    implements Intake {
  static Intake of(Asking asking, Intake intake) {
    Filters filters = Filters.parse(asking.series().filter());
    boolean here = asking.dataset().cuts().isEmpty() && !filters.values().isEmpty();
    return here ? new Filtered(intake, asking.dataset(), filters.passes(asking.dataset())) : intake;
  }

  @Override
  public void rows(int page, Rows rows) {
    boolean main = rows.table().name().equals(dataset.name());
    intake.rows(page, main ? passing(rows) : rows);
  }

  @Override
  public void discard(int page) {
    intake.discard(page);
  }

  @Override
  public void requested() {
    intake.requested();
  }

  @Override
  public void paged() {
    intake.paged();
  }

  @Override
  public void unknown(List<String> fields) {
    intake.unknown(fields);
  }

  private Rows passing(Rows rows) {
    return new Rows(rows.table(), rows.cells().stream().filter(passes).toList());
  }
}
