package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Lookup;
import dev.outlay.failure.Failure;
import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import java.util.List;
import java.util.Map;

/** Gets single things that a list leaves out; its page follows those of the list. */
record Missing(AdminClient client, Dataset listed, Lookup lookup, String connection) {
  /** One more row, or none where the thing is gone. */
  void read(String id, int page, Intake intake) {
    try {
      new AnswerReader(
              client,
              listed.single(),
              call(id),
              Map.of(lookup.mark(), "true"),
              () -> new ListCheck(listed),
              new AsPage(page, intake))
          .read();
    } catch (Failure.NotEntitled gone) {
      intake.discard(page);
    }
  }

  private Call call(String id) {
    return new Call(
        connection,
        listed.name() + " of " + id,
        "",
        lookup.path().replace("{id}", Call.encoded(id)),
        Map.of(),
        List.of(),
        listed.budget(),
        true);
  }

  /** An answer of one page, as that page of a larger one. */
  private record AsPage(int number, Intake intake) implements Intake {
    @Override
    public void rows(int page, Rows rows) {
      intake.rows(number, rows);
    }

    @Override
    public void discard(int page) {
      intake.discard(number);
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
  }
}
