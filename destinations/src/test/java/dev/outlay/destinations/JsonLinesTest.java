package dev.outlay.destinations;

import dev.outlay.destination.DestinationKind;
import dev.outlay.table.Table;

class JsonLinesTest extends FileContract {
  @Override
  DestinationKind kind() {
    return new JsonLines();
  }

  @Override
  String reader(String files, Table table) {
    return "read_json(%s, columns = %s)".formatted(files, columns(table, "VARCHAR"));
  }
}
