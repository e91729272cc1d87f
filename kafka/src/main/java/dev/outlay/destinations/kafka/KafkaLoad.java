package dev.outlay.destinations.kafka;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An open load: puts rows aside until they are complete. */
final class KafkaLoad implements Amendment {
  private static final String TRIED = "taking rows";

  private final KafkaMirror mirror;
  private final Trouble trouble;
  private final Settings settings;
  private final Delivery delivery;
  private final boolean fill;
  private final Map<String, Stage> stages = new HashMap<>();
  private final Map<Table, RowWriter> writers = new HashMap<>();
  private boolean over;

  /**
   * @param fill whether what comes is all there is of the scope
   */
  KafkaLoad(
      KafkaMirror mirror, Trouble trouble, Settings settings, Delivery delivery, boolean fill) {
    this.mirror = mirror;
    this.trouble = trouble;
    this.settings = settings;
    this.delivery = delivery;
    this.fill = fill;
  }

  Delivery delivery() {
    return delivery;
  }

  boolean fill() {
    return fill;
  }

  @Override
  public synchronized void add(int page, Rows rows) {
    check();
    trouble.ask(
        TRIED,
        () -> {
          put(page, rows);
          return rows;
        });
  }

  private void put(int page, Rows rows) throws IOException {
    Table table = rows.table();
    Stage stage = stage(table);
    RowWriter row = writers.computeIfAbsent(table, _ -> new RowWriter(table, settings.form()));
    RowKey key = new RowKey(table);
    for (@Nullable Object[] cells : rows.cells()) {
      row.write(cells);
      byte[] digest = row.digest();
      stage.add(page, key.of(cells, digest), digest, row.payload());
    }
  }

  @Override
  public synchronized void remove(Rows keys) {
    check();
    trouble.ask(
        TRIED,
        () -> {
          RowKey key = new RowKey(keys.table());
          for (@Nullable Object[] cells : keys.cells()) {
            stage(keys.table()).remove(key.of(cells));
          }
          return keys;
        });
  }

  @Override
  public synchronized void discard(int page) {
    check();
    stages.values().forEach(stage -> stage.discard(page));
  }

  @Override
  public synchronized Changes commit(Checkpoint after) {
    check();
    Changes changes = trouble.ask("keeping rows", () -> mirror.commit(this, after));
    close();
    return changes;
  }

  /** What came for the table. */
  Stage stage(Table table) throws IOException {
    Stage stage = stages.get(table.name());
    if (stage == null) {
      stage = new Stage();
      stages.put(table.name(), stage);
    }
    return stage;
  }

  /** About how much there is to send at most. */
  long bytes() {
    return stages.values().stream().mapToLong(Stage::bytes).sum();
  }

  @Override
  public synchronized void close() {
    over = true;
    mirror.over(this);
    for (Stage stage : stages.values()) {
      try {
        stage.close();
      } catch (IOException _) {
        // The file is gone with the process at the latest.
      }
    }
    stages.clear();
  }

  private void check() {
    if (over) {
      throw trouble.because(TRIED, "the load is over", "Begin another.");
    }
    mirror.check(TRIED);
    if (Thread.currentThread().isInterrupted()) {
      throw trouble.because(TRIED, "it was interrupted", "Nothing of this load was kept.");
    }
  }
}
