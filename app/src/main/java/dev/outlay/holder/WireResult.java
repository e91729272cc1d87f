package dev.outlay.holder;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.store.QueryRefused;
import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A result as it comes from another process. */
record WireResult(DataInputStream in) {
  /**
   * Passes it on.
   *
   * @throws IOException when it does not come to its end
   */
  void into(ResultSink sink) throws IOException {
    int columns = 0;
    while (true) {
      switch ((char) in.readByte()) {
        case WireSink.COLUMNS -> columns = columns(sink);
        case WireSink.ROW -> sink.row(row(columns));
        case WireSink.REFUSED -> throw new QueryRefused(CellWire.text(in));
        case WireSink.FAILED -> throw failure();
        case WireSink.END -> {
          return;
        }
        default -> throw new IOException("no such frame");
      }
    }
  }

  private int columns(ResultSink sink) throws IOException {
    int count = in.readInt();
    List<ResultColumn> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      columns.add(new ResultColumn(CellWire.text(in), CellWire.text(in)));
    }
    sink.columns(columns);
    return count;
  }

  private @Nullable Object[] row(int columns) throws IOException {
    @Nullable Object[] cells = new Object[columns];
    for (int i = 0; i < columns; i++) {
      cells[i] = CellWire.read(in);
    }
    return cells;
  }

  private Failure failure() throws IOException {
    Attempt attempt =
        new Attempt(
            CellWire.text(in),
            CellWire.text(in),
            CellWire.text(in),
            CellWire.text(in),
            Optional.empty());
    String[] rest = CellWire.text(in).split("\\. ", 2);
    return new KeepFailed(attempt, rest[0], rest.length > 1 ? rest[1] : "");
  }
}
