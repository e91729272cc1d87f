package dev.outlay.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.ask.Answer;
import dev.outlay.server.Json;
import dev.outlay.server.Reply;
import dev.outlay.store.ParquetFile;
import dev.outlay.store.ResultSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files an answer can be taken away in. */
enum ExportFormat {
  csv("text/csv; charset=utf-8") {
    @Override
    void write(Answer answer, OutputStream out) {
      new AskSheet(answer)
          .to(
              new Lines(out) {
                @Override
                String head(List<ResultColumn> columns) {
                  return line(columns.stream().map(ResultColumn::name).toArray());
                }

                @Override
                String text(List<ResultColumn> columns, @Nullable Object[] cells) {
                  return line(cells);
                }
              });
    }
  },
  json("application/json") {
    @Override
    void write(Answer answer, OutputStream out) throws IOException {
      out.write(Json.bytes(AskJson.of(answer)));
    }
  },
  jsonl("application/x-ndjson") {
    @Override
    void write(Answer answer, OutputStream out) {
      new AskSheet(answer)
          .to(
              new Lines(out) {
                @Override
                String head(List<ResultColumn> columns) {
                  return "";
                }

                @Override
                String text(List<ResultColumn> columns, @Nullable Object[] cells) {
                  Map<String, @Nullable Object> object = new LinkedHashMap<>();
                  for (int i = 0; i < cells.length; i++) {
                    object.put(columns.get(i).name(), cells[i]);
                  }
                  return Json.text(object) + "\n";
                }
              });
    }
  },
  parquet("application/vnd.apache.parquet") {
    @Override
    void write(Answer answer, OutputStream out) throws IOException {
      Path folder = Files.createTempDirectory("outlay-export-");
      Path file = folder.resolve("answer.parquet");
      try (ParquetFile parquet = ParquetFile.create(file, ExportFormat::plain)) {
        new AskSheet(answer).to(parquet);
        parquet.end();
        Files.copy(file, out);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    }
  };

  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$|^$");
  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  abstract void write(Answer answer, OutputStream out) throws IOException;

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  static String[] types() {
    return Arrays.stream(values()).map(each -> each.type).toArray(String[]::new);
  }

  Reply file(Answer answer) {
    return Reply.stream(type, out -> write(answer, out))
        .with(
            "Content-Disposition",
            "attachment; filename=\"outlay-" + name(answer) + "." + name() + "\"");
  }

  private static String name(Answer answer) {
    return String.join("-", answer.ask().measures()).replaceAll("[^a-z0-9_-]", "");
  }

  private static String line(@Nullable Object[] cells) {
    return Arrays.stream(cells)
        .map(cell -> cell == null ? "" : quoted(plain(cell)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String text) {
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String plain(Object cell) {
    return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }

  /** Rows as lines of text. */
  private abstract static class Lines implements ResultSink {
    private final OutputStream out;
    private final List<ResultColumn> columns = new ArrayList<>();

    Lines(OutputStream out) {
      this.out = out;
    }

    abstract String head(List<ResultColumn> all);

    abstract String text(List<ResultColumn> all, @Nullable Object[] cells);

    @Override
    public void columns(List<ResultColumn> all) {
      columns.addAll(all);
      send(head(all));
    }

    @Override
    public void row(@Nullable Object[] cells) {
      send(text(columns, cells));
    }

    private void send(String text) {
      try {
        out.write(text.getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
