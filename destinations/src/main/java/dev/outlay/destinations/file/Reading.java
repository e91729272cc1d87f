package dev.outlay.destinations.file;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Live files as relations. */
record Reading(Place place, Format format) {
  /** All rows of the files, of the fields and types of the table. */
  String scan(Shelf shelf, List<DataFile> files) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (DataFile file : files) {
      paths.add(place.fetch(shelf.path(file)));
    }
    return format.scan(
        shelf.fields(),
        paths.stream().map(path -> Engine.text(path.toString())).collect(joining(", ", "[", "]")));
  }

  /** The UTC day of a row; the calendar of the engine is not asked, which would take its time. */
  static String day(Shelf shelf) {
    return shelf
        .day()
        .map(field ->
            field.type().equals(Engine.DATE)
                ? field.quoted()
                : "CAST(make_timestamp(epoch_us(" + field.quoted() + ")) AS DATE)")
        .orElse("CAST(NULL AS DATE)");
  }
}
