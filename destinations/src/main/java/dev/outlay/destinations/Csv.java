package dev.outlay.destinations;

import static java.util.stream.Collectors.joining;

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

/**
 * CSV files in a folder, as RFC 4180 has them, with a header and in UTF-8. Null is nothing between
 * two commas, empty text is {@code ""}; times are RFC 3339 in UTC.
 */
public final class Csv implements DestinationKind {
  static final Format FORMAT = new Written();

  @Override
  public String name() {
    return "CSV files";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("csv");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "csv:///folder?layout=flat",
        Guarantee.EXACTLY_ONCE,
        FilePlace.INTERRUPTED,
        "digits, every one",
        FilePlace.COLUMNS,
        "DuckDB 2.0");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    return FilePlace.open(address, FORMAT, clock);
  }

  private record Written() implements Format {
    private static final String QUOTES = "HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULL ''";

    @Override
    public String name() {
      return "csv";
    }

    @Override
    public String options() {
      return "FORMAT csv, " + QUOTES + ", TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ'";
    }

    @Override
    public String scan(List<Field> fields, String files) {
      return """
      read_csv(%s, columns = {%s}, auto_detect = false, header = true, delim = ',', quote = '"', \
      escape = '"', nullstr = '', allow_quoted_nulls = false, hive_partitioning = false, \
      parallel = false)\
      """
          .formatted(files, columns(fields));
    }

    private static String columns(List<Field> fields) {
      return fields.stream()
          .map(field -> field.quoted() + ": '" + field.type() + "'")
          .collect(joining(", "));
    }
  }
}
