package dev.outlay.cli.output;

import java.nio.file.Path;
import java.util.Locale;

/** The forms a result can be given in; the names are those of {@code --format}. */
public enum Format {
  table,
  csv,
  json,
  jsonl,
  markdown,
  parquet;

  /** Whether it is bytes, which have no place on a terminal. */
  public boolean needsFile() {
    return this == parquet;
  }

  /** Whether people read it: figures are rounded and have totals. */
  public boolean isForPeople() {
    return this == table || this == markdown;
  }

  Printer printer(Page page) {
    return switch (this) {
      case table -> new TablePrinter(page.text(), page.screen());
      case csv -> new CsvPrinter(page.text());
      case json -> new JsonPrinter(page.text(), JsonPrinter.Frame.ARRAY);
      case jsonl -> new JsonPrinter(page.text(), JsonPrinter.Frame.LINES);
      case markdown -> new MarkdownPrinter(page.text());
      case parquet -> new ParquetPrinter(page.file().orElseThrow(Format::noFile));
    };
  }

  static IllegalStateException noFile() {
    return new IllegalStateException("parquet without a file");
  }

  /** The format a file of that name is usually in; a table for other names. */
  public static Format ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> csv;
      case "json" -> json;
      case "jsonl", "ndjson" -> jsonl;
      case "md" -> markdown;
      case "parquet" -> parquet;
      default -> table;
    };
  }
}
