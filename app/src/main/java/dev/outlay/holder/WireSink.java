package dev.outlay.holder;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.store.ResultSink;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result on its way to another process; {@link WireResult} reads it. */
final class WireSink implements ResultSink, AutoCloseable {
  static final char COLUMNS = 'C';
  static final char ROW = 'R';
  static final char END = 'E';
  static final char REFUSED = 'X';
  static final char FAILED = 'F';

  private interface Work {
    void run() throws IOException;
  }

  private final DataOutputStream out;

  WireSink(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    send(() -> {
      out.writeByte(COLUMNS);
      out.writeInt(columns.size());
      for (ResultColumn column : columns) {
        CellWire.text(out, column.name());
        CellWire.text(out, column.type());
      }
    });
  }

  @Override
  public void row(@Nullable Object[] cells) {
    send(() -> {
      out.writeByte(ROW);
      for (Object cell : cells) {
        CellWire.write(out, cell);
      }
    });
  }

  /** The result is complete; one that does not end so was cut. */
  void end() {
    send(() -> out.writeByte(END));
  }

  void refused(String message) {
    send(() -> {
      out.writeByte(REFUSED);
      CellWire.text(out, message);
    });
  }

  /** The failure in its parts, so that it is put together again word for word. */
  void failed(Failure failure) {
    Attempt attempt = failure.attempt();
    String message = String.valueOf(failure.getMessage());
    send(() -> {
      out.writeByte(FAILED);
      CellWire.text(out, attempt.connection());
      CellWire.text(out, attempt.subject());
      CellWire.text(out, attempt.span());
      CellWire.text(out, attempt.tried());
      CellWire.text(out, message.substring((attempt + ": ").length()));
    });
  }

  @Override
  public void close() {
    send(out::close);
  }

  private static void send(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
