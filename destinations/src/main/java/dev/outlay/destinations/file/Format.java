package dev.outlay.destinations.file;

import java.util.List;

/**
 * One way to write rows into a file and to read them back as they were, in the words of the engine
 * that does both.
 */
public interface Format {
  /** As addresses and manifests say it; also how file names end. */
  String name();

  /** The options of COPY, without the brackets. */
  String options();

  /** A cell as the file has it. */
  default String written(Field field) {
    return field.quoted();
  }

  /**
   * A relation that has exactly the fields, each of its type.
   *
   * @param files a list of paths as SQL writes it
   */
  String scan(List<Field> fields, String files);

  /** How many threads the engine may have for it. */
  default int threads() {
    return 2;
  }
}
