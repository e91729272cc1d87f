package dev.outlay.sync;

import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import java.util.List;

/** Takes rows and forgets them. */
record Nobody() implements Intake {
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
}
