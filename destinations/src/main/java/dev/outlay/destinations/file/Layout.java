package dev.outlay.destinations.file;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How the paths of files are made. */
public enum Layout {
  /**
   * All files of a table in one folder: listing it is one look at one folder, which shows one load.
   */
  FLAT {
    @Override
    String path(String part, String name) {
      return part + "-" + name;
    }
  },
  /** A folder for each day, as Hive, Spark and others find partitions. */
  HIVE {
    @Override
    String path(String part, String name) {
      return part + "/" + name;
    }
  };

  private static final String NO_DAY = "__HIVE_DEFAULT_PARTITION__";

  /**
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Layout named(String name) {
    for (Layout layout : values()) {
      if (layout.word().equals(name)) {
        return layout;
      }
    }
    throw new IllegalArgumentException("layout has to be flat or hive");
  }

  abstract String path(String part, String name);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of a new file below the folder of its table. */
  String path(Shelf shelf, Optional<LocalDate> day, String name) {
    return shelf.day().isEmpty()
        ? name
        : path(shelf.dayName() + "=" + day.map(LocalDate::toString).orElse(NO_DAY), name);
  }
}
