package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.file.Field;
import dev.outlay.destinations.file.Format;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Parquet files in a folder: every type as it is, and small. */
public final class Parquet implements DestinationKind {
  static final Format FORMAT = new Written();

  @Override
  public String name() {
    return "Parquet files";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("parquet");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "parquet:///folder?layout=flat",
        Guarantee.EXACTLY_ONCE,
        FilePlace.INTERRUPTED,
        "DECIMAL, every digit",
        FilePlace.COLUMNS,
        "DuckDB 2.0");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    return FilePlace.open(address, FORMAT, clock);
  }

  private record Written() implements Format {
    @Override
    public String name() {
      return "parquet";
    }

    @Override
    public String options() {
      return "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440";
    }

    @Override
    public String scan(List<Field> fields, String files) {
      return "read_parquet(" + files + ", hive_partitioning = false)";
    }
  }
}
