package dev.outlay.shape.focus.check;

import static dev.outlay.shape.focus.check.Rule.file;

import java.util.List;

/** What holds for a file as a whole and its manifest. */
final class FileRules {
  static final Rule MISSING = file("column-missing", "a column that must be there is not");
  static final Rule UNKNOWN =
      file("column-unknown", "FOCUS has no such column, and those of one's own begin with x_");
  static final Rule OTHER_VERSION =
      file("column-version", "only another version of FOCUS has the column");
  static final Rule TWICE = file("column-twice", "two columns have the name");
  static final Rule TYPE = file("column-type", "the column's type is not the one FOCUS gives it");
  static final Rule POINT =
      file(
          "decimal-point",
          "no cell has a decimal point, so readers that guess take it for whole numbers");
  static final Rule WIDTH =
      file("row-width", "a row has more or fewer cells than the heading has columns");
  static final Rule REPEATED =
      file("row-repeated", "a row says what an earlier one says of a time that overlaps");
  static final Rule VERSION = file("manifest-version", "the manifest is of another version");
  static final Rule COLUMNS = file("manifest-columns", "the manifest has other columns");
  static final Rule ROWS = file("manifest-rows", "the manifest has another number of rows");
  static final Rule SUM = file("manifest-sum", "the manifest has another sum of BilledCost");
  static final Rule HASH = file("manifest-hash", "the file is not the one the manifest is of");
  static final Rule COUNTED =
      file("manifest-counts", "the manifest counts other rows without quantity or price");

  static final List<Rule> ALL =
      List.of(
          MISSING,
          UNKNOWN,
          OTHER_VERSION,
          TWICE,
          TYPE,
          POINT,
          WIDTH,
          REPEATED,
          VERSION,
          COLUMNS,
          ROWS,
          SUM,
          HASH,
          COUNTED);

  private FileRules() {}
}
