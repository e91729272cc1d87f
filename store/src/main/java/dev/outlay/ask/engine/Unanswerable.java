package dev.outlay.ask.engine;

import dev.outlay.ask.AskFault;
import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Measure;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says why nothing that was collected answers, and what would. */
record Unanswerable(Choosing choosing, Measure measure, List<Data> choice) {
  private static final int MOST = 5;

  AskFault fault() {
    List<Data> able =
        choice.stream()
            .filter(data -> choosing.needed().stream().allMatch(each -> each.isIn(data)))
            .toList();
    if (able.isEmpty()) {
      return new AskFault(notDivided());
    }
    return new AskFault(
        able.contains(Data.USAGE) && isCollected(Data.USAGE) ? cut() : notCollected(able));
  }

  private boolean isCollected(Data data) {
    return !choosing.holdings().series(data).isEmpty();
  }

  private String notDivided() {
    String lacking =
        choosing.needed().stream()
            .filter(each -> choice.stream().noneMatch(each::isIn))
            .map(Dimension::name)
            .collect(Collectors.joining(" or "));
    String what = lacking.isEmpty() ? names() : lacking;
    return "%s is not known by %s%s".formatted(measure.name(), what, instead());
  }

  private String instead() {
    boolean usage = choosing.needed().stream().allMatch(each -> each.isIn(Data.USAGE));
    boolean money = choice.contains(Data.COST);
    return usage && money ? "; estimated_cost is" : "; outlay ask --list says what goes with what";
  }

  private String notCollected(List<Data> able) {
    if (able.stream().noneMatch(this::isCollected)) {
      return "There is no %s yet: run %s first."
          .formatted(
              able.stream().map(Data::coverage).distinct().collect(Collectors.joining(" or ")),
              choosing.holdings().place().filled());
    }
    boolean fine = able.stream().noneMatch(data -> choosing.able(data).findAny().isPresent());
    return fine
        ? "%s by %s: what was collected is not grouped by all of them"
            .formatted(measure.name(), names())
        : "%s is known by day only, so grain must be day, week or month".formatted(measure.name());
  }

  /** What has to be collected besides, in the words of the configuration. */
  private String cut() {
    TreeSet<String> columns =
        choosing.needed().stream()
            .filter(each -> !each.naming().isOfTime() && !each.name().equals("connection"))
            .flatMap(each -> each.column(Data.USAGE).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    String width = width();
    return "%s%s in buckets of %s was not collected. %s"
        .formatted(
            measure.name(),
            columns.isEmpty() ? "" : " by " + names(),
            width,
            columns.size() > MOST
                ? "The API groups by at most five dimensions at once: ask for fewer."
                : "The setting usage.%s.cuts would: add [%s] to it, then run outlay sync."
                    .formatted(width, columns.isEmpty() ? "spend" : String.join(", ", columns)));
  }

  private String width() {
    boolean hours = choosing.needed().stream().anyMatch(each -> each.naming().isOfTime());
    Buckets buckets = choosing.question().buckets();
    return Optional.of("1d")
        .filter(_ -> !hours && buckets.isMadeOf(java.time.Duration.ofDays(1)))
        .or(() -> Optional.of("1h").filter(_ -> choosing.isFine(new Series(Data.USAGE, "1h", ""))))
        .orElse("1m");
  }

  private String names() {
    return choosing.needed().stream().map(Dimension::name).collect(Collectors.joining(" and "));
  }
}
