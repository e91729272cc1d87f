package dev.outlay.cli.output;

import java.nio.file.Path;
import java.util.Locale;

/** The forms a result can be given in; the names are those of {@code --format}. */
public enum Format {
  TABLE,
  CSV,
  JSON,
  JSONL,
  MARKDOWN,
  PARQUET;

  /** Whether it is bytes, which have no place on a terminal. */
  public boolean needsFile() {
    return this == PARQUET;
  }

  /** Whether people read it: figures are rounded and have totals. */
  public boolean isForPeople() {
    return this == TABLE || this == MARKDOWN;
  }

  Printer printer(Page page) {
    return switch (this) {
      case TABLE -> new TablePrinter(page.text(), page.screen());
      case CSV -> new CsvPrinter(page.text());
      case JSON -> new JsonPrinter(page.text(), JsonPrinter.Frame.ARRAY);
      case JSONL -> new JsonPrinter(page.text(), JsonPrinter.Frame.LINES);
      case MARKDOWN -> new MarkdownPrinter(page.text());
      case PARQUET -> new ParquetPrinter(page.file().orElseThrow(Format::noFile));
    };
  }

  static IllegalStateException noFile() {
    return new IllegalStateException("parquet without a file");
  }

  /** The format a file of that name is usually in; a table for other names. */
  public static Format ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> CSV;
      case "json" -> JSON;
      case "jsonl", "ndjson" -> JSONL;
      case "md" -> MARKDOWN;
      case "parquet" -> PARQUET;
      default -> TABLE;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
