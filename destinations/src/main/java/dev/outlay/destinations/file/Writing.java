package dev.outlay.destinations.file;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the new files of one load, a day each, and remembers where they wait.
 *
 * @param work where they wait
 * @param load the number of the load, which is in their names
 * @param fresh where each waits, by its path below the place
 */
record Writing(
    Session session, Format format, Layout layout, Path work, long load, Map<String, Path> fresh) {
  Writing(Session session, Format format, Layout layout, Path work, long load) {
    this(session, format, layout, work, load, new HashMap<>());
  }

  /**
   * Writes one file, or none where there are no rows.
   *
   * @param shelf the table, its folder the new one
   * @param rows a relation of its fields
   */
  Optional<DataFile> write(Shelf shelf, Optional<LocalDate> day, String rows)
      throws SQLException, IOException {
    String name = "%06d-%s.%s".formatted(load, token(), format.name());
    Path file = work.resolve(name);
    long count = session.update(copy(shelf.fields(), rows, file));
    if (count == 0) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    DataFile written = new DataFile(layout.path(shelf, day, name), day, count);
    fresh.put(shelf.path(written), file);
    return Optional.of(written);
  }

  private String copy(List<Field> fields, String rows, Path file) {
    String cells =
        fields.stream()
            .map(field -> format.written(field) + " AS " + field.quoted())
            .collect(joining(", "));
    return "COPY (SELECT %s FROM %s) TO %s (%s)"
        .formatted(cells, rows, Engine.text(file.toString()), format.options());
  }

  /** Two writers at once never choose the same name. */
  private static String token() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
