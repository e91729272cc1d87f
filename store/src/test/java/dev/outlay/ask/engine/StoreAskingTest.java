package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Group;
import dev.outlay.ask.Reach;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.destination.Destination;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.testkit.ask.AskContract;
import dev.outlay.testkit.ask.Told;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class StoreAskingTest extends AskContract {
  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Destination store() {
    return store;
  }

  @Override
  protected Told ask(Map<String, String> texts) {
    Answer answer =
        new StoreAsking(
                store.reads(),
                Everything.CATALOGUE,
                Prices.NONE,
                InstantSource.fixed(NOW),
                store::version)
            .answer(Ask.of(texts), Reach.ALL);
    return told(answer);
  }

  static Told told(Answer answer) {
    return new Told(
        answer.rows().stream().map(StoreAskingTest::line).toList(),
        answer.totals().values(),
        answer.totals().previous());
  }

  private static Told.Line line(Answer.Row row) {
    List<@Nullable String> ids = new ArrayList<>();
    row.groups().stream().map(Group::id).forEach(ids::add);
    return new Told.Line(row.time(), ids, row.values(), row.previous(), row.others());
  }
}
