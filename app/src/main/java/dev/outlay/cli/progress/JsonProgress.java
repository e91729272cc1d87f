package dev.outlay.cli.progress;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Failure;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.SyncEvent;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One event a line, for programs. */
final class JsonProgress implements Progress {
  private static final JsonFactory FACTORY = new JsonFactory();
  private final PrintStream err;

  JsonProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void accept(SyncEvent event) {
    String line = json(fields(event)) + "\n";
    synchronized (this) {
      err.print(line);
      err.flush();
    }
  }

  private static String json(Map<String, Object> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      fields.forEach((name, value) -> write(json.writeName(name), value));
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Boolean bool -> json.writeBoolean(bool);
      case List<?> words -> {
        json.writeStartArray();
        words.forEach(word -> json.writeString(String.valueOf(word)));
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }

  static Map<String, Object> fields(SyncEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event", event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    fields.put("connection", event.connection());
    fields.put("dataset", event.dataset());
    switch (event) {
      case SyncEvent.Began _ -> {}
      case SyncEvent.Planned planned -> fields.put("steps", (long) planned.steps());
      case SyncEvent.Read read -> {
        fields.put("requests", read.requests());
        fields.put("rows", read.rows());
      }
      case SyncEvent.Kept kept -> kept(fields, kept);
      case SyncEvent.Failed failed -> failed(fields, failed.failure());
      case SyncEvent.Unknown unknown -> fields.put("fields", unknown.fields());
      case SyncEvent.Ended ended -> ended(fields, ended.report());
    }
    return fields;
  }

  private static void kept(Map<String, Object> fields, SyncEvent.Kept kept) {
    fields.put("series", kept.series().toString());
    kept.span()
        .ifPresent(span -> {
          fields.put("from", span.start().toString());
          fields.put("to", span.end().toString());
        });
    changes(fields, kept.changes());
  }

  private static void failed(Map<String, Object> fields, Failure failure) {
    fields.put("kind", failure.getClass().getSimpleName());
    fields.put("message", String.valueOf(failure.getMessage()));
  }

  private static void ended(Map<String, Object> fields, DatasetReport report) {
    fields.put("status", report.status().name().toLowerCase(Locale.ROOT));
    fields.put("requests", report.requests());
    fields.put("pages", report.pages());
    changes(fields, report.changes());
  }

  private static void changes(Map<String, Object> fields, Changes changes) {
    fields.put("read", changes.read());
    fields.put("added", changes.added());
    fields.put("changed", changes.changed());
    fields.put("closed", changes.closed());
    fields.put("held", changes.held());
  }

  @Override
  public void close() {}
}
