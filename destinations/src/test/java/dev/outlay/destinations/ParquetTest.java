package dev.outlay.destinations;

import dev.outlay.destination.DestinationKind;
import dev.outlay.table.Table;

class ParquetTest extends FileContract {
  @Override
  DestinationKind kind() {
    return new Parquet();
  }

  @Override
  String reader(String files, Table table) {
    return "read_parquet(" + files + ")";
  }
}
