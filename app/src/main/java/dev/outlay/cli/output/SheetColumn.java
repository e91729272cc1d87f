package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.Optional;
import java.util.function.Function;

/**
 * One column of an answer about spend.
 *
 * @param head its name and type
 * @param cell what a row has there; nothing is shown as NULL
 */
record SheetColumn(ResultColumn head, Function<SheetLine, Optional<?>> cell) {
  static SheetColumn of(String name, String type, Function<SheetLine, Optional<?>> cell) {
    return new SheetColumn(new ResultColumn(name, type), cell);
  }

  static SheetColumn text(String name, Function<SheetLine, Optional<?>> cell) {
    return of(name, "VARCHAR", cell);
  }

  /** A figure that is text already, but stands where figures do. */
  static SheetColumn figure(String name, Function<SheetLine, Optional<?>> cell) {
    return of(name, "DECIMAL(38,2)", cell);
  }
}
