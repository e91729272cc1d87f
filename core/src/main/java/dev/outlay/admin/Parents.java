package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Field;
import dev.outlay.dataset.From;
import dev.outlay.dataset.Paging;
import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import dev.outlay.table.Type.Plain;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ids of everything a fan-out has to ask for. */
record Parents(AdminClient client, String connection, Dataset child, String path) {
  private static final int LIMIT = 1000;

  Set<String> ids() {
    Dataset list =
        Dataset.called(child.name())
            .get(path)
            .paging(Paging.ID, LIMIT)
            .items("data")
            .fields(Field.key("id", Plain.TEXT, From.needed("id"), "Id of the parent."))
            .build();
    Collected ids = Collected.only("id", new Nobody());
    new AnswerReader(client, list, call(), Map.of(), () -> new ListCheck(list), ids).read();
    return ids.values();
  }

  private Call call() {
    return new Call(
        connection,
        child.name(),
        "",
        path,
        Map.of("limit", List.of(String.valueOf(LIMIT))),
        List.of(),
        child.budget(),
        false);
  }

  private record Nobody() implements Intake {
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
}
