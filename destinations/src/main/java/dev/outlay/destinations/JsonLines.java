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
 * JSON Lines files in a folder: one object a line. Whole numbers are numbers, decimals are text so
 * that no reader rounds them, JSON is text, times are RFC 3339 in UTC.
 */
public final class JsonLines implements DestinationKind {
  static final Format FORMAT = new Written();

  @Override
  public String name() {
    return "JSON Lines files";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("jsonl");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "jsonl:///folder?layout=flat",
        Guarantee.EXACTLY_ONCE,
        FilePlace.INTERRUPTED,
        "text, every digit",
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
      return "jsonl";
    }

    @Override
    public String options() {
      return "FORMAT json";
    }

    /** Each that reads JSON takes 32 MB for it: with two, a few scans at once were too much. */
    @Override
    public int threads() {
      return 1;
    }

    @Override
    public String written(Field field) {
      return switch (field.type()) {
        case "TIMESTAMP WITH TIME ZONE" ->
            "strftime(make_timestamp(epoch_us(" + field.quoted() + ")), '%Y-%m-%dT%H:%M:%S.%fZ')";
        case "VARCHAR", "BIGINT", "BOOLEAN", "DATE" -> field.quoted();
        default -> "CAST(" + field.quoted() + " AS VARCHAR)";
      };
    }

    /** The engine reads JSON in text as a JSON text of its own, and so with quotes. */
    @Override
    public String scan(List<Field> fields, String files) {
      return "(SELECT %s FROM read_json(%s, columns = {%s}, format = 'newline_delimited', %s))"
          .formatted(
              fields.stream().map(Written::cell).collect(joining(", ")),
              files,
              fields.stream().map(Written::column).collect(joining(", ")),
              "hive_partitioning = false, maximum_object_size = 4194304");
    }

    private static String cell(Field field) {
      return "CAST(%1$s AS %2$s) AS %1$s".formatted(field.quoted(), field.type());
    }

    private static String column(Field field) {
      String type = field.type().equals("JSON") ? "VARCHAR" : field.type();
      return field.quoted() + ": '" + type + "'";
    }
  }
}
