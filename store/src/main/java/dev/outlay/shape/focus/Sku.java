package dev.outlay.shape.focus;

import dev.outlay.price.PriceBook;
import dev.outlay.price.TokenKind;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What is sold, and at which terms. Neither id holds a price or a date, so that both stay the same
 * over time.
 */
record Sku(Charge charge, Meter meter) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Where no model is named. */
  private static final String ANY = "claude-api";

  /** {@code claude-sonnet-4-5/cache_write}. */
  String id() {
    return model() + "/" + meter.sku();
  }

  /** {@code claude-sonnet-4-5/cache_write_5m/batch/0-200k/us}. */
  String priceId() {
    return Stream.of(
            model(),
            meter.price(),
            charge.tier(),
            charge.window(),
            charge.geo(),
            charge.isFast() ? Charge.FAST : null)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("/"));
  }

  /**
   * Properties of the price as a JSON object; null where there are none. The names are those of the
   * draft of 1.5, and as long as no version has them they are ours, which the prefix says.
   */
  @Nullable String details() {
    Map<String, @Nullable String> all = new LinkedHashMap<>();
    String id = charge.model();
    if (id != null) {
      model(id, all);
    }
    meter.kind().ifPresent(kind -> tokens(kind, all));
    all.put("x_ServingScope", scope());
    all.put("x_ServiceTier", charge.tier());
    all.put("x_ContextWindow", charge.window());
    all.put("x_Speed", charge.isFast() ? Charge.FAST : null);
    all.values().removeIf(Objects::isNull);
    return all.isEmpty() ? null : json(all);
  }

  private static void model(String id, Map<String, @Nullable String> all) {
    String family = PriceBook.family(id);
    all.put("x_ModelDeveloper", "Anthropic");
    all.put("x_ModelFamily", family);
    all.put("x_ModelId", id);
    all.put("x_ModelVersion", family.equals(id) ? null : id.substring(family.length() + 1));
  }

  private static void tokens(TokenKind kind, Map<String, @Nullable String> all) {
    all.put("x_TokenDirection", kind == TokenKind.OUTPUT ? "Output" : "Input");
    switch (kind) {
      case UNCACHED_INPUT -> all.put("x_TokenCacheAction", "Uncached");
      case CACHE_READ -> all.put("x_TokenCacheAction", "CacheRead");
      case CACHE_WRITE_5M -> written("5m", all);
      case CACHE_WRITE_1H -> written("1h", all);
      case OUTPUT -> {}
    }
  }

  private static void written(String kept, Map<String, @Nullable String> all) {
    all.put("x_TokenCacheAction", "CacheWrite");
    all.put("x_CacheDuration", kept);
  }

  private @Nullable String scope() {
    return switch (charge.geo()) {
      case "global" -> "Global";
      case Region.US -> "DataZone";
      case null, default -> null;
    };
  }

  private String model() {
    String id = charge.model();
    return id == null ? ANY : id;
  }

  private static String json(Map<String, @Nullable String> all) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      all.forEach((name, value) -> json.writeStringProperty(name, value));
      json.writeEndObject();
    }
    return text.toString();
  }
}
