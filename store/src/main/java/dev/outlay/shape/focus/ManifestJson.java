package dev.outlay.shape.focus;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Manifests as JSON: decimals as texts, times as RFC 3339; what is not known is left out. */
public final class ManifestJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** What stands in a manifest, by name; lists and objects have their names before theirs. */
  private record Found(Map<String, String> texts, List<String> columns, Map<String, String> sums) {}

  private ManifestJson() {}

  /** Where the manifest of a data file lies. */
  public static Path beside(Path data) {
    return data.resolveSibling(data.getFileName() + ".manifest.json");
  }

  public static String text(FocusManifest manifest) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(new Pretty(), text)) {
      json.writeStartObject();
      write(json, manifest);
      json.writeEndObject();
    }
    return text + "\n";
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static FocusManifest read(Path file) throws IOException {
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), Files.newInputStream(file))) {
      return manifest(found(json));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("it is not JSON as a manifest is", e);
    }
  }

  private static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }
  }

  private static void write(JsonGenerator json, FocusManifest manifest) {
    json.writeStringProperty("focusVersion", manifest.version());
    json.writeStringProperty("data", manifest.data());
    json.writeStringProperty("sha256", manifest.sha256());
    json.writeNumberProperty("rows", manifest.rows());
    json.writeName("billedCost");
    json.writeStartObject();
    new TreeMap<>(manifest.billed())
        .forEach((currency, sum) -> json.writeStringProperty(currency, sum.toPlainString()));
    json.writeEndObject();
    time(json, "periodStart", manifest.from());
    time(json, "periodEnd", manifest.to());
    time(json, "settledThrough", manifest.settledThrough());
    json.writeNumberProperty("daysNotCollected", manifest.daysNotCollected());
    manifest.revision().ifPresent(load -> json.writeNumberProperty("revision", load));
    counts(json, manifest.counts());
    json.writeName("columns");
    json.writeStartArray();
    manifest.columns().forEach(json::writeString);
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, FocusManifest.Counts counts) {
    json.writeNumberProperty("rowsMeasured", counts.measured());
    json.writeNumberProperty("rowsDerived", counts.derived());
    json.writeNumberProperty("rowsWithoutQuantity", counts.withoutQuantity());
    json.writeNumberProperty("rowsWithoutPrice", counts.withoutPrice());
    json.writeNumberProperty("rowsOffPrice", counts.offPrice());
  }

  private static void time(JsonGenerator json, String name, Optional<Instant> time) {
    time.ifPresent(known -> json.writeStringProperty(name, known.toString()));
  }

  private static Found found(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    Found found = new Found(new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      switch (json.nextToken()) {
        case START_ARRAY -> array(json, name, found);
        case START_OBJECT -> object(json, name, found);
        default -> found.texts.put(name, json.getString());
      }
    }
    return found;
  }

  private static void array(JsonParser json, String name, Found found) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (name.equals("columns") && json.currentToken() == JsonToken.VALUE_STRING) {
        found.columns.add(json.getString());
      }
      json.skipChildren();
    }
  }

  private static void object(JsonParser json, String name, Found found) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String inner = json.currentName();
      json.nextToken();
      if (name.equals("billedCost")) {
        found.sums.put(inner, json.getString());
      }
      json.skipChildren();
    }
  }

  private static FocusManifest manifest(Found found) {
    Map<String, BigDecimal> billed = new TreeMap<>();
    found.sums.forEach((currency, sum) -> billed.put(currency, new BigDecimal(sum)));
    return new FocusManifest(
        text(found, "focusVersion"),
        text(found, "data"),
        text(found, "sha256"),
        found.columns,
        number(found, "rows"),
        billed,
        time(found, "periodStart"),
        time(found, "periodEnd"),
        time(found, "settledThrough"),
        number(found, "daysNotCollected"),
        Optional.ofNullable(found.texts.get("revision")).map(Long::valueOf),
        new FocusManifest.Counts(
            number(found, "rowsMeasured"),
            number(found, "rowsDerived"),
            number(found, "rowsWithoutQuantity"),
            number(found, "rowsWithoutPrice"),
            number(found, "rowsOffPrice")));
  }

  private static Optional<Instant> time(Found found, String name) {
    return Optional.ofNullable(found.texts.get(name)).map(Instant::parse);
  }

  private static long number(Found found, String name) {
    return Long.parseLong(text(found, name));
  }

  private static String text(Found found, String name) {
    String text = found.texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }
}
