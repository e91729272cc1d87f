package dev.outlay.destinations.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One table as it stands.
 *
 * @param folder where its files are, below the place
 * @param fields the columns that every one of its files has, in order
 * @param files those that are live
 */
public record Shelf(String table, String folder, List<Field> fields, List<DataFile> files) {
  private static final List<String> TIMES = List.of("date", "bucket_start", "at");

  public Shelf {
    fields = List.copyOf(fields);
    files = List.copyOf(files);
  }

  /** The paths of its files below the place. */
  public Stream<String> paths() {
    return files.stream().map(this::path);
  }

  String path(DataFile file) {
    return folder + "/" + file.path();
  }

  Shelf with(String otherFolder, List<DataFile> otherFiles) {
    return new Shelf(table, otherFolder, fields, otherFiles);
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The column whose UTC day parts the files. */
  Optional<Field> day() {
    return TIMES.stream().flatMap(name -> field(name).filter(Field::isTime).stream()).findFirst();
  }

  /** What a day is called in paths; never the name of a column that is something else. */
  String dayName() {
    boolean other = field("date").isPresent() && !day().equals(field("date"));
    return other ? "day" : "date";
  }
}
