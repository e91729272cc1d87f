package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import java.time.InstantSource;
import java.util.Set;

/** Files in a folder, of the format that the address names: {@code file:///folder?format=csv}. */
public final class LocalFiles implements DestinationKind {
  @Override
  public String name() {
    return "Files of any format";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("file");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "file:///folder?format=parquet",
        Guarantee.EXACTLY_ONCE,
        FilePlace.INTERRUPTED,
        "as the format has them, every digit",
        FilePlace.COLUMNS,
        "as each format");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    return FilePlace.open(
        address, FilePlace.format(address.parameter("format").orElse("parquet")), clock);
  }
}
