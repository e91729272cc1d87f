package dev.outlay.app.setting;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values there are. */
public final class Kinds {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Kinds() {}

  public static Kind<String> text(String accepts) {
    return Kind.text(accepts, text -> Optional.of(text).filter(word -> !word.isEmpty()));
  }

  public static Kind<String> secret(String accepts) {
    return new Kind<>(accepts, text(accepts).parse(), true);
  }

  public static Kind<Path> path() {
    return Kind.text("a file name", careful(Path::of));
  }

  public static Kind<URI> url() {
    return Kind.text("a URL such as https://api.anthropic.com", careful(Kinds::url));
  }

  public static Kind<Integer> number(int least, int most) {
    return Kind.text(
        "a whole number from " + least + " to " + most,
        careful(text -> {
          int number = Integer.parseInt(text);
          ensure(least <= number && number <= most);
          return number;
        }));
  }

  public static Kind<Duration> duration() {
    return Kind.text("a time such as 30s, 5m, 12h or 30d", careful(Kinds::duration));
  }

  /** One that is neither shorter nor longer than these. */
  public static Kind<Duration> duration(Duration least, Duration most) {
    return Kind.text(
        "a time from " + written(least) + " to " + written(most),
        careful(text -> {
          Duration time = duration(text);
          ensure(least.compareTo(time) <= 0 && time.compareTo(most) <= 0);
          return time;
        }));
  }

  /** A whole number of seconds as it is written: {@code 5m}. */
  public static String written(Duration time) {
    return UNITS.entrySet().stream()
        .filter(unit -> time.toSeconds() % unit.getValue().toSeconds() == 0)
        .max(Map.Entry.comparingByValue())
        .map(unit -> time.toSeconds() / unit.getValue().toSeconds() + unit.getKey())
        .orElseThrow();
  }

  public static Kind<Instant> instant() {
    return Kind.text(
        "a UTC day such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z",
        careful(Kinds::instant));
  }

  public static Kind<InetSocketAddress> proxy() {
    return Kind.text("HOST:PORT or http://HOST:PORT", careful(Kinds::proxy));
  }

  /** One of some words. */
  public static Kind<String> oneOf(String... words) {
    return Kind.text(
        "one of " + String.join(", ", words),
        text -> Optional.of(text).filter(List.of(words)::contains));
  }

  /** Names with words each; in the environment {@code name=word+word,name=word}. */
  public static Kind<Map<String, Set<String>>> named(String accepts) {
    return new Kind<>(accepts, Kinds::named, false);
  }

  private static Optional<Map<String, Set<String>>> named(Written written) {
    Map<String, Optional<Set<String>>> all = new LinkedHashMap<>();
    switch (written) {
      case Written.Fields(var fields, _) ->
          fields.forEach((name, value) -> all.put(name, list(value, ",").map(Set::copyOf)));
      case Written.Text(var text, var place) ->
          split(text, ",").forEach(each -> all.putAll(pair(each, place)));
      case Written.Items _ -> all.put("", Optional.empty());
    }
    return all.values().stream().anyMatch(each -> each.filter(words -> !words.isEmpty()).isEmpty())
        ? Optional.empty()
        : Optional.of(
            all.entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, each -> each.getValue().orElseThrow())));
  }

  private static Map<String, Optional<Set<String>>> pair(String text, String place) {
    int middle = text.lastIndexOf('=');
    return middle < 1
        ? Map.of("", Optional.empty())
        : Map.of(
            text.substring(0, middle).strip(),
            list(new Written.Text(text.substring(middle + 1), place), "\\+").map(Set::copyOf));
  }

  /** A list, or words with commas between them. */
  public static Kind<Set<String>> words(String accepts) {
    return new Kind<>(
        accepts,
        written -> list(written, ",").map(words -> Set.copyOf(new TreeSet<>(words))),
        false);
  }

  /** A list whose items are words or lists of words; {@code a+b} is a list of words as well. */
  public static Kind<List<List<String>>> lists(String accepts) {
    return new Kind<>(accepts, Kinds::lists, false);
  }

  private static Optional<List<List<String>>> lists(Written written) {
    Stream<Written> items =
        switch (written) {
          case Written.Items(var each, _) -> each.stream();
          case Written.Text(var text, var place) ->
              split(text, ",").map(word -> new Written.Text(word, place));
          case Written.Fields _ -> Stream.empty();
        };
    List<Optional<List<String>>> lists = items.map(item -> list(item, "\\+")).toList();
    return written instanceof Written.Fields || lists.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(lists.stream().flatMap(Optional::stream).toList());
  }

  private static Optional<List<String>> list(Written written, String separator) {
    List<String> words = new ArrayList<>();
    switch (written) {
      case Written.Text(var text, _) -> split(text, separator).forEach(words::add);
      case Written.Items(var items, _) -> {
        for (Written item : items) {
          if (!(item instanceof Written.Text(var text, _))) {
            return Optional.empty();
          }
          words.add(text.strip());
        }
      }
      case Written.Fields _ -> {
        return Optional.empty();
      }
    }
    return Optional.of(words);
  }

  private static Stream<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::strip).filter(word -> !word.isEmpty());
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    ensure(matcher.matches());
    return UNITS
        .getOrDefault(matcher.group(2), Duration.ZERO)
        .multipliedBy(Long.parseLong(matcher.group(1)));
  }

  private static Instant instant(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.parse(text);
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    ensure(web && url.getHost() != null);
    return URI.create(text.replaceAll("/+$", ""));
  }

  private static InetSocketAddress proxy(String text) {
    URI url = URI.create(text.contains("://") ? text : "http://" + text);
    ensure(url.getHost() != null && url.getPort() > 0);
    return InetSocketAddress.createUnresolved(url.getHost(), url.getPort());
  }

  private static void ensure(boolean right) {
    if (!right) {
      throw new IllegalArgumentException();
    }
  }

  private static <T> Function<String, Optional<T>> careful(Function<String, T> parse) {
    return text -> {
      try {
        return Optional.of(parse.apply(text));
      } catch (IllegalArgumentException | DateTimeException _) {
        return Optional.empty();
      }
    };
  }
}
