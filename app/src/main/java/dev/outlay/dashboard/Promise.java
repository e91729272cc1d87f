package dev.outlay.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The period that a title promises. A widget called "Spend (last 30d)" that shows a week is
 * believed and wrong.
 */
record Promise(String period) {
  private record Words(Pattern pattern, String period) {}

  private static final Pattern COUNTED =
      Pattern.compile("\\b(\\d{1,4})[ -]?(d|days?|h|hours?|weeks?)\\b");
  private static final List<Words> NAMED =
      List.of(
          new Words(Pattern.compile("\\btoday\\b"), "1d"),
          new Words(Pattern.compile("\\byesterday\\b"), "yesterday"),
          new Words(Pattern.compile("\\b(month to date|mtd|this month)\\b"), "mtd"),
          new Words(Pattern.compile("\\b(last|previous) month\\b"), "last_month"),
          new Words(Pattern.compile("\\b(quarter to date|qtd|this quarter)\\b"), "qtd"),
          new Words(Pattern.compile("\\b(year to date|ytd|this year)\\b"), "ytd"));

  /** What the title promises; nothing where it names no period. */
  static Optional<Promise> in(String title) {
    String words = title.toLowerCase(Locale.ROOT);
    return counted(words)
        .or(() ->
            NAMED.stream()
                .filter(each -> each.pattern.matcher(words).find())
                .map(each -> new Promise(each.period))
                .findFirst());
  }

  /** Whether the period is the one that was promised; {@code today} is the last one day. */
  boolean kept(String asked) {
    return period.equals(asked.equals("today") ? "1d" : asked);
  }

  private static Optional<Promise> counted(String words) {
    Matcher matcher = COUNTED.matcher(words);
    return matcher.find()
        ? Optional.of(new Promise(period(Integer.parseInt(matcher.group(1)), matcher.group(2))))
        : Optional.empty();
  }

  private static String period(int count, String unit) {
    return switch (unit.charAt(0)) {
      case 'w' -> 7 * count + "d";
      case 'h' -> count + "h";
      default -> count + "d";
    };
  }
}
