package dev.outlay.destinations.file;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes tables ready. One that gets a column is written anew, so that all of its files have the
 * same; one whose files are gone is empty, and then nothing is known any more.
 */
record Preparation(Books books, Engine engine, long load) {
  Books.Next<List<Table>> of(Manifest before, List<Table> tables) throws IOException, SQLException {
    try (Session session = engine.session(books.place().work())) {
      Writing writing =
          new Writing(session, books.format(), books.layout(), books.place().work(), load);
      Manifest next = before;
      for (Table table : tables) {
        next = ready(next, table, writing);
      }
      return new Books.Next<>(next, writing.fresh(), tables);
    }
  }

  private Manifest ready(Manifest manifest, Table table, Writing writing)
      throws IOException, SQLException {
    Optional<Shelf> known = manifest.shelf(table.name());
    if (known.isEmpty()) {
      return manifest.with(empty(table.name(), Field.of(table)));
    }
    Shelf shelf = known.get();
    List<Field> fields = fields(shelf, table);
    if (!books.place().holds(shelf)) {
      return manifest.with(empty(table.name(), fields)).knowing(List.of());
    }
    return fields.equals(shelf.fields()) ? manifest : manifest.with(wider(shelf, fields, writing));
  }

  private Shelf empty(String table, List<Field> fields) {
    return new Shelf(table, books.place().folder(table, load), fields, List.of());
  }

  private List<Field> fields(Shelf shelf, Table table) {
    List<Field> added = new ArrayList<>();
    for (Field field : Field.of(table)) {
      Optional<Field> known = shelf.field(field.name());
      known.filter(each -> !each.equals(field)).ifPresent(each -> refuse(table, each, field));
      if (known.isEmpty()) {
        added.add(field);
      }
    }
    return Stream.concat(shelf.fields().stream(), added.stream()).toList();
  }

  private void refuse(Table table, Field known, Field wanted) {
    throw books
        .trouble()
        .because(
            "making the tables ready",
            "column %s of %s is %s and would have to be %s"
                .formatted(wanted.name(), table.name(), known.type(), wanted.type()),
            "Name another folder, or remove this one, and it is filled anew.");
  }

  private Shelf wider(Shelf shelf, List<Field> fields, Writing writing)
      throws IOException, SQLException {
    Shelf wide = empty(shelf.table(), fields);
    String cells =
        fields.stream()
            .map(field ->
                shelf.fields().contains(field)
                    ? field.quoted()
                    : "CAST(NULL AS " + field.type() + ") AS " + field.quoted())
            .collect(joining(", "));
    Reading reading = new Reading(books.place(), books.format());
    List<DataFile> files = new ArrayList<>();
    for (DataFile file : shelf.files()) {
      String rows = "(SELECT %s FROM %s)".formatted(cells, reading.scan(shelf, List.of(file)));
      writing.write(wide, file.day(), rows).ifPresent(files::add);
    }
    return wide.with(wide.folder(), files);
  }
}
