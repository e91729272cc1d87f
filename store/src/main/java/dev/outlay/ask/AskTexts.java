package dev.outlay.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An ask as texts, the same in an address, on a command line and in a file. */
record AskTexts(Map<String, String> texts) {
  private static final List<String> NAMES =
      List.of(
          "measures",
          "by",
          "where",
          "grain",
          "period",
          "zone",
          "compare",
          "order",
          "limit",
          "as_of");

  static final String USUAL_PERIOD = "30d";

  Ask ask() {
    check();
    return new Ask(
        words("measures"),
        words("by"),
        Filter.of(texts.getOrDefault("where", "")),
        one("grain", Grain::named),
        one("period", Period::new).orElse(new Period(USUAL_PERIOD)),
        one("zone", AskTexts::zone).orElse(ZoneOffset.UTC),
        one("compare", Comparison::new),
        one("order", Order::of),
        one("limit", AskTexts::number),
        one("as_of", AskTexts::day));
  }

  static Map<String, String> of(Ask ask) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("measures", String.join(",", ask.measures()));
    texts.put("by", String.join(",", ask.by()));
    texts.put("where", ask.where().toString());
    texts.put("grain", text(ask.grain()));
    texts.put("period", ask.period().text());
    texts.put("zone", ask.zone().equals(ZoneOffset.UTC) ? "" : ask.zone().getId());
    texts.put("compare", text(ask.compare()));
    texts.put("order", text(ask.order()));
    texts.put("limit", text(ask.limit()));
    texts.put("as_of", text(ask.asOf()));
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  static String query(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8).replace("%2C", ","))
        .collect(Collectors.joining("&"));
  }

  static String commandLine(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(each ->
            each.getKey().equals("measures")
                ? each.getValue()
                : "--" + each.getKey().replace('_', '-') + " " + shell(each.getValue()))
        .collect(Collectors.joining(" ", "outlay ask ", ""));
  }

  private static String shell(String value) {
    return value.matches("[\\w.,:/@+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private void check() {
    for (String name : texts.keySet()) {
      if (!NAMES.contains(name)) {
        throw AskFault.unknown("part of an ask", name, NAMES);
      }
    }
  }

  private List<String> words(String name) {
    return Arrays.stream(texts.getOrDefault(name, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private <T> Optional<T> one(String name, Function<String, T> reader) {
    return Optional.ofNullable(texts.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(reader);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text).normalized();
    } catch (DateTimeException _) {
      throw AskFault.unknown("time zone", text, ZoneId.getAvailableZoneIds());
    }
  }

  private static Integer number(String text) {
    if (!text.matches("[0-9]{1,7}")) {
      throw new AskFault("limit " + text + " is no whole number");
    }
    return Integer.valueOf(text);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new AskFault("as_of " + text + " is no day such as 2026-11-03");
    }
  }
}
