package dev.outlay.destinations.file;

import dev.outlay.table.Series;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A manifest as one JSON text and back; others may read it to find the files of one load. */
public final class ManifestJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final long VERSION = 1;

  /** An object of the text: its texts and numbers, and its lists of objects. */
  private record Node(Map<String, String> texts, Map<String, List<Node>> lists) {
    String text(String name) {
      return Optional.ofNullable(texts.get(name))
          .orElseThrow(() -> new IllegalArgumentException("no manifest: " + name + " is missing"));
    }

    long number(String name) {
      return Long.parseLong(text(name));
    }

    List<Node> list(String name) {
      return lists.getOrDefault(name, List.of());
    }
  }

  private ManifestJson() {}

  public static String text(Manifest manifest, Instant now) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("outlay", VERSION);
      json.writeStringProperty("format", manifest.format());
      json.writeStringProperty("layout", manifest.layout());
      json.writeNumberProperty("load", manifest.load());
      json.writeStringProperty("written_at", now.toString());
      list(json, "tables", manifest.shelves(), ManifestJson::shelf);
      list(json, "checkpoints", manifest.known(), ManifestJson::known);
      list(json, "retired", manifest.retired(), (to, path) -> to.writeStringProperty("path", path));
      json.writeEndObject();
    }
    return text.toString();
  }

  private interface Writer<T> {
    void write(JsonGenerator json, T value);
  }

  private static <T> void list(JsonGenerator json, String name, List<T> all, Writer<T> writer) {
    json.writeArrayPropertyStart(name);
    for (T each : all) {
      json.writeStartObject();
      writer.write(json, each);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void shelf(JsonGenerator json, Shelf shelf) {
    json.writeStringProperty("name", shelf.table());
    json.writeStringProperty("folder", shelf.folder());
    list(json, "columns", shelf.fields(), ManifestJson::field);
    list(json, "files", shelf.files(), ManifestJson::file);
  }

  private static void field(JsonGenerator json, Field field) {
    json.writeStringProperty("name", field.name());
    json.writeStringProperty("type", field.type());
  }

  private static void file(JsonGenerator json, DataFile file) {
    json.writeStringProperty("path", file.path());
    file.day().ifPresent(day -> json.writeStringProperty("day", day.toString()));
    json.writeNumberProperty("rows", file.rows());
  }

  private static void known(JsonGenerator json, Known known) {
    json.writeStringProperty("connection", known.connection());
    json.writeStringProperty("dataset", known.series().dataset());
    json.writeStringProperty("width", known.series().width());
    json.writeStringProperty("grouped_by", known.series().groupedBy());
    json.writeStringProperty("filter", known.series().filter());
    json.writeStringProperty("parent", known.series().parent());
    json.writeStringProperty("checkpoint", known.checkpoint());
  }

  /**
   * The manifest in the text; names it does not know are passed over.
   *
   * @throws IllegalArgumentException where the text is no manifest of ours
   */
  public static Manifest of(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no manifest: no object");
      }
      return manifest(node(parser));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no manifest: no JSON", e);
    }
  }

  private static Manifest manifest(Node node) {
    if (node.number("outlay") != VERSION) {
      throw new IllegalArgumentException("the manifest of another version of this program");
    }
    return new Manifest(
        node.text("format"),
        node.text("layout"),
        node.number("load"),
        node.list("tables").stream().map(ManifestJson::shelf).toList(),
        node.list("checkpoints").stream().map(ManifestJson::known).toList(),
        node.list("retired").stream().map(each -> each.text("path")).toList());
  }

  private static Shelf shelf(Node node) {
    return new Shelf(
        node.text("name"),
        node.text("folder"),
        node.list("columns").stream()
            .map(each -> new Field(each.text("name"), each.text("type")))
            .toList(),
        node.list("files").stream().map(ManifestJson::file).toList());
  }

  private static DataFile file(Node node) {
    return new DataFile(
        node.text("path"),
        Optional.ofNullable(node.texts.get("day")).map(LocalDate::parse),
        node.number("rows"));
  }

  private static Known known(Node node) {
    Series series =
        new Series(
            node.text("dataset"),
            node.text("width"),
            node.text("grouped_by"),
            node.text("filter"),
            node.text("parent"));
    return new Known(node.text("connection"), series, node.text("checkpoint"));
  }

  private static Node node(JsonParser parser) {
    Node node = new Node(new HashMap<>(), new HashMap<>());
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      switch (parser.nextToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT -> node.texts.put(name, parser.getString());
        case START_ARRAY -> node.lists.put(name, nodes(parser));
        default -> parser.skipChildren();
      }
    }
    return node;
  }

  private static List<Node> nodes(JsonParser parser) {
    List<Node> nodes = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        nodes.add(node(parser));
      }
    }
    return nodes;
  }
}
