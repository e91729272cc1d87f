package dev.outlay.cli.output;

import dev.outlay.store.ResultSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives one result out, to the screen or into a file.
 *
 * @param format how
 * @param file where to, if not to standard output
 */
public record Printout(Format format, Optional<Path> file) {
  /** Counts what passes. */
  private static final class Counted implements ResultSink {
    private final ResultSink sink;
    private long rows;

    Counted(ResultSink sink) {
      this.sink = sink;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
      sink.columns(columns);
    }

    @Override
    public void row(@Nullable Object[] cells) {
      rows++;
      sink.row(cells);
    }
  }

  /**
   * Runs the query into the printer; a result that fails midway leaves no file.
   *
   * @return how many rows it had
   */
  public long of(Consumer<ResultSink> query, Desk desk) {
    return file.isPresent() ? toFile(query, file.get()) : toScreen(query, desk);
  }

  /** How many rows there were and where, for people. */
  public static String told(long rows, Optional<Path> file) {
    String count = Figures.grouped(rows) + (rows == 1 ? " row" : " rows");
    return file.map(path -> count + " in " + path).orElse(count);
  }

  private long toFile(Consumer<ResultSink> query, Path target) {
    try (NewFile written = NewFile.beside(target)) {
      long rows = format.needsFile() ? bytes(query, written.part()) : text(query, written);
      written.keep();
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw NewFile.failed(target, e);
    }
  }

  private long bytes(Consumer<ResultSink> query, Path part) {
    return print(
        query,
        new Page(
            new TextOut(OutputStream.nullOutputStream(), false), Screen.NONE, Optional.of(part)));
  }

  private long text(Consumer<ResultSink> query, NewFile written) throws IOException {
    try (OutputStream out = written.open();
        TextOut text = new TextOut(out, false)) {
      return print(query, new Page(text, Screen.NONE, Optional.empty()));
    }
  }

  private long toScreen(Consumer<ResultSink> query, Desk desk) {
    OutputStream out = new BufferedOutputStream(desk.out());
    TextOut text = new TextOut(out, desk.screen().terminal());
    try {
      return print(query, new Page(text, desk.screen(), Optional.empty()));
    } catch (UncheckedIOException e) {
      ReaderGone.orFailure(e);
      return 0;
    }
  }

  private long print(Consumer<ResultSink> query, Page page) {
    try (Printer printer = format.printer(page)) {
      Counted counted = new Counted(printer);
      query.accept(counted);
      printer.end();
      page.text().flush();
      return counted.rows;
    }
  }
}
