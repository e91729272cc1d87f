package dev.outlay.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outlay.app.setting.Nearest;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records as JSON: names in snake_case, decimals as text without an exponent, whole numbers as
 * numbers, times as RFC 3339, what is absent left out.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(new SimpleModule().addSerializer(BigDecimal.class, new Plain()))
          .build();

  private static final class Plain extends ValueSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal number, JsonGenerator json, SerializationContext context) {
      json.writeString(number.toPlainString());
    }
  }

  private Json() {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Indented, for people who read it. */
  static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /** The record that was sent; Refusal names the field that is wrong. */
  static <T> T read(InputStream in, Class<T> type) {
    try {
      T read = MAPPER.readValue(in, type);
      if (read == null) {
        throw Refusal.bad("nothing was sent");
      }
      whole(read, "");
      return read;
    } catch (UnrecognizedPropertyException e) {
      throw unknown(e);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /** Every part that is not optional is there. */
  private static void whole(Object value, String at) {
    switch (value) {
      case Collection<?> all -> all.forEach(each -> whole(each, at));
      case Optional<?> some -> some.ifPresent(each -> whole(each, at));
      case Record part -> {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
          String name = at + name(component);
          whole(present(value(component, part), component, name), name + ".");
        }
      }
      default -> {}
    }
  }

  private static Object present(@Nullable Object value, RecordComponent component, String name) {
    if (value != null) {
      return value;
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return "";
    }
    throw Refusal.parameter(name, "is missing", "");
  }

  /** What it is called in JSON. */
  static String name(RecordComponent component) {
    return component
        .getName()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal unknown(UnrecognizedPropertyException e) {
    String nearest =
        Nearest.to(
                e.getPropertyName(), e.getKnownPropertyIds().stream().map(String::valueOf).toList())
            .orElse("");
    return Refusal.parameter(place(e), "is not known here", nearest);
  }

  private static Refusal unreadable(JacksonException e) {
    return e.getPath().isEmpty()
        ? Refusal.bad("the body is not the JSON that is taken here" + line(e))
        : Refusal.parameter(place(e), "is of the wrong kind" + line(e), "");
  }

  private static String line(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  /** {@code widgets[2].title}. */
  private static String place(JacksonException e) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return place.toString();
  }
}
