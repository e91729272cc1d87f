package dev.outlay.simulator.fault;

import dev.outlay.simulator.http.Delivery;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The actions by their words in scripts. */
final class ActionWords {
  private static final List<String> OWN =
      List.of(
          "status",
          "revoked",
          "gone",
          "proxy",
          "redirect",
          "header",
          "content-type",
          "oversized-header",
          "skew",
          "cut",
          "reset",
          "cut-chunk",
          "drip",
          "hang",
          "hang-after-headers",
          "invalid-json",
          "gzip-garbage",
          "repeat-cursor",
          "new-cursors",
          "same-page");

  private ActionWords() {}

  static Action parse(Words words, String line) {
    String word =
        words.oneOf(
            Stream.concat(OWN.stream(), Arrays.stream(Rewrite.values()).map(Rewrite::word))
                .toList());
    Action action = parse(word, words, line);
    if (!words.isEmpty()) {
      throw new Words.Unknown(
          "'" + words.left().getFirst() + "' is one word too many after '" + word + "'");
    }
    return action;
  }

  private static Action parse(String word, Words words, String line) {
    return switch (word) {
      case "status" -> status(words.number(), words, line);
      case "revoked" -> Errors.answer(401, Map.of());
      case "gone" -> Errors.answer(410, Map.of());
      case "proxy" -> Errors.page(words.number(200));
      case "redirect" -> redirect(words.number(), words.next("an address"));
      case "header" -> new Action.Header(words.next("a name"), words.next("a value"));
      case "content-type" -> new Action.Header("content-type", words.next("a media type"));
      case "oversized-header" -> new Action.Header("x-padding", "x".repeat(words.number(100_000)));
      case "skew" -> new Action.Skew(Duration.ofSeconds(words.number()));
      case "invalid-json" -> new Action.Garbage(false);
      case "gzip-garbage" -> new Action.Garbage(true);
      case "repeat-cursor" -> new Action.Circle(Action.Circle.Kind.SAME_CURSOR);
      case "new-cursors" -> new Action.Circle(Action.Circle.Kind.NEW_CURSORS);
      case "same-page" -> new Action.Circle(Action.Circle.Kind.SAME_PAGE);
      default ->
          delivery(word, words)
              .<Action>map(Action.Delivered::new)
              .orElseGet(() -> rewrite(word, words));
    };
  }

  private static Optional<Delivery> delivery(String word, Words words) {
    return switch (word) {
      case "cut" -> Optional.of(new Delivery.Cut(words.number(50), false));
      case "reset" -> Optional.of(new Delivery.Cut(words.number(50), true));
      case "cut-chunk" -> Optional.of(new Delivery.CutChunk(words.number(50)));
      case "drip" -> Optional.of(new Delivery.Drip(Duration.ofMillis(words.number(1_000))));
      case "hang" -> Optional.of(new Delivery.Silence());
      case "hang-after-headers" -> Optional.of(new Delivery.HeadersOnly());
      default -> Optional.empty();
    };
  }

  private static Action rewrite(String word, Words words) {
    Rewrite how =
        Arrays.stream(Rewrite.values())
            .filter(r -> r.word().equals(word))
            .findFirst()
            .orElseThrow();
    return new Action.Rewritten(how, words.isEmpty() ? how.standard() : words.next("an argument"));
  }

  private static Action redirect(int status, String to) {
    return new Action.Instead(status, Map.of("location", to), "text/plain", "");
  }

  private static Action status(int status, Words words, String line) {
    Map<String, String> headers = new HashMap<>();
    while (!words.isEmpty()) {
      switch (words.oneOf(List.of("retry-after", "retry-date", "no-retry", "body"))) {
        case "retry-after" -> headers.put("retry-after", words.next("seconds"));
        case "retry-date" -> {
          return new Action.RetryAtDate(Duration.ofSeconds(words.number()));
        }
        case "no-retry" -> headers.put("x-should-retry", "false");
        default -> {
          words.left().clear();
          return new Action.Instead(
              status, headers, "application/json", line.substring(line.indexOf(" body ") + 6));
        }
      }
    }
    return Errors.answer(status, headers);
  }
}
