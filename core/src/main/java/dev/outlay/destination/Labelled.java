package dev.outlay.destination;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mirror filled straight from the API, without a store between: each row is given an identity
 * ({@code row_id}) and the name of its connection, which stand before its own columns. Twins get
 * identities of their own.
 */
public record Labelled(Mirror mirror) implements Destination, Checkpoints {
  public static final String ROW_ID = "row_id";
  public static final String CONNECTION = "connection";

  /** The table as the mirror has it. */
  public static Table label(Table table) {
    return new Table(
        table.name(),
        table.meaning(),
        Stream.concat(labels(), table.columns().stream().map(Labelled::plain)).toList(),
        Table.Twins.EQUAL_ONLY);
  }

  /** The two columns that stand before the others. */
  public static Stream<Column> labels() {
    return Stream.of(
        new Column(ROW_ID, Type.Plain.TEXT, true, "Tells the row from all others."),
        new Column(CONNECTION, Type.Plain.TEXT, false, "The connection it came from."));
  }

  /** The column where {@code row_id} alone is the key. */
  public static Column plain(Column column) {
    Column.Role role = column.key() ? Column.Role.VALUE : column.role();
    return new Column(column.name(), column.type(), role, column.meaning());
  }

  /** The rows of one connection among those of the scope. */
  public static Scope scope(Scope scope, String connection) {
    return new Scope(
        Stream.concat(
                Stream.of(new Scope.Equal(CONNECTION, connection)), scope.conditions().stream())
            .toList());
  }

  @Override
  public Guarantee guarantee() {
    return mirror.guarantee();
  }

  @Override
  public void prepare(List<Table> tables) {
    mirror.prepare(tables.stream().map(Labelled::label).toList());
  }

  @Override
  public Load begin(Delivery delivery) {
    return new LabelledLoad(delivery, mirror.begin(labelled(delivery)));
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    return mirror.of(connection, series);
  }

  @Override
  public void close() {
    mirror.close();
  }

  private static Delivery labelled(Delivery delivery) {
    return new Delivery(
        delivery.connection(),
        delivery.series(),
        delivery.tables().stream().map(Labelled::label).toList(),
        scope(delivery.scope(), delivery.connection()),
        delivery.settledBefore(),
        delivery.now());
  }
}
