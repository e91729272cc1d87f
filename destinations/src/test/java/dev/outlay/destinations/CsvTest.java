package dev.outlay.destinations;

import dev.outlay.destination.DestinationKind;
import dev.outlay.table.Table;

class CsvTest extends FileContract {
  @Override
  DestinationKind kind() {
    return new Csv();
  }

  @Override
  String reader(String files, Table table) {
    return "read_csv(%s, types = %s, allow_quoted_nulls = false)"
        .formatted(files, columns(table, "VARCHAR"));
  }
}
