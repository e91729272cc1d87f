package dev.outlay.testkit.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Destination;
import dev.outlay.testkit.ask.Sum.Group;
import dev.outlay.testkit.ask.Sum.Part;
import dev.outlay.testkit.ask.Told.Line;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What whoever answers asks must keep, whatever engine it runs on: that asks made up at random come
 * to what the same rows come to when they are added up one by one. An implementer says where rows
 * go and how asks, as their texts, are answered.
 */
public abstract class AskContract {
  /** When the rows were collected, and the time of the asks. */
  protected static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final Instant BEFORE = Instant.parse("2026-11-12T12:00:00Z");
  private static final List<String> MEASURES =
      List.of(
          "tokens", "total_input_tokens", "cache_creation_tokens", "output_tokens", "web_searches");
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo");

  /** A way to narrow an ask, in words and in Java. */
  private record Narrowed(String where, Predicate<Use> which) {}

  private static final List<Narrowed> NARROWED =
      List.of(
          new Narrowed("", _ -> true),
          new Narrowed(
              "model = claude-haiku-5-5, unheard-of",
              row -> isOneOf(row.model(), "claude-haiku-5-5", "unheard-of")),
          new Narrowed("model != unheard-of", row -> !isOneOf(row.model(), "unheard-of")),
          new Narrowed("model ~ OPUS", row -> String.valueOf(row.model()).contains("opus")),
          new Narrowed("workspace is empty", row -> row.workspace() == null),
          new Narrowed("workspace != wrkspc_1", row -> !isOneOf(row.workspace(), "wrkspc_1")),
          new Narrowed(
              "workspace = \"Default Workspace\", wrkspc_2",
              row -> row.workspace() == null || isOneOf(row.workspace(), "wrkspc_2")),
          new Narrowed("workspace !~ 1", row -> !isOneOf(row.workspace(), "wrkspc_1")),
          new Narrowed(
              "connection = \"other, \\\"inc\\\"\"", row -> row.connection().startsWith("other")),
          new Narrowed(
              "batch = batch and model_family = opus or workspace = wrkspc_0",
              row ->
                  (isOneOf(row.is("batch"), "batch") && isOneOf(row.is("model_family"), "opus"))
                      || isOneOf(row.workspace(), "wrkspc_0")),
          new Narrowed(
              "model_family != opus and workspace is not empty",
              row -> !isOneOf(row.is("model_family"), "opus") && row.workspace() != null));

  /** Where rows go; it keeps nothing yet. */
  protected abstract Destination store();

  /**
   * Whether what was believed earlier can be asked for; where not, such an ask is refused in words.
   */
  protected boolean keepsHistory() {
    return true;
  }

  /** Answers what was loaded. */
  protected abstract Told ask(Map<String, String> texts);

  private static final int ASKS = 60;

  @Test
  void asksComeToWhatTheRowsComeTo() {
    List<Use> rows = Usage.rows(1);
    Usage.load(store(), rows, NOW);
    each(random -> {
      Map<String, String> ask = any(random);
      Narrowed narrowed = NARROWED.get(random.nextInt(NARROWED.size()));
      ask.put("where", narrowed.where);
      check(ask, rows, part(ask, narrowed.which));
    });
  }

  @Test
  void asksAboutTheBillComeToWhatItsLinesComeTo() {
    List<Entry> rows = Bills.rows(7);
    Bills.ENTRIES.load(store(), rows, NOW);
    each(new DailyAsks(this::ask, Bills.FAMILY, rows)::check);
  }

  @Test
  void asksAboutClaudeCodeComeToWhatItsDaysComeTo() {
    List<Entry> rows = Sessions.rows(8);
    Sessions.ENTRIES.load(store(), rows, NOW);
    Sessions.FAMILIES.forEach(family -> each(new DailyAsks(this::ask, family, rows)::check));
  }

  @Test
  void theRestAndTheShownAreTheWhole() {
    Usage.load(store(), Usage.rows(2), NOW);
    each(this::checkRest);
  }

  private void checkRest(Random random) {
    Limited limited = limitedOf(any(random), "model,workspace", random);
    limited.checkShown();
    limited.checkRest();
    assertThat(sum(limited.few().lines())).isEqualTo(exact(limited.few().totals().getFirst()));
  }

  private Limited limitedOf(Map<String, String> ask, String by, Random random) {
    Map<String, String> all = new HashMap<>(ask);
    all.put("by", by);
    Map<String, String> few = new HashMap<>(all);
    int limit = 1 + random.nextInt(4);
    few.put("limit", String.valueOf(limit));
    Limited limited = new Limited(ask(few), ask(all));
    assertThat(limited.shown()).hasSizeLessThanOrEqualTo(limit);
    return limited;
  }

  @Test
  void theShownAndTheRestOfPricedUsageAreWhatTheyWereWithoutALimit() {
    Usage.load(store(), Usage.rows(2), NOW);
    each(random -> {
      Map<String, String> ask = any(random);
      ask.put("measures", "estimated_cost");
      Limited limited = limitedOf(ask, "model,workspace", random);
      limited.checkShown();
      limited.checkRest();
      ask.put("compare", "previous");
      limitedOf(ask, "model,workspace", random).checkShown();
    });
  }

  @Test
  void differentOnesAreCountedOfTheShownAsWithoutALimit() {
    Sessions.ENTRIES.load(store(), Sessions.rows(8), NOW);
    each(random -> {
      Map<String, String> ask = new HashMap<>();
      ask.put("measures", "active_developers");
      ask.put("grain", "day");
      ask.put("period", "2026-10-25..2026-11-15");
      limitedOf(ask, random.nextBoolean() ? "terminal" : "person", random).checkShown();
    });
  }

  @Test
  void whatIsComparedWithIsAnAskOfItsOwn() {
    Usage.load(store(), Usage.rows(3), NOW);
    each(this::checkCompared);
  }

  private void checkCompared(Random random) {
    LocalDate from = LocalDate.of(2026, 10, 27).plusDays(random.nextInt(5));
    int days = 1 + random.nextInt(9);
    Map<String, String> ask = new HashMap<>();
    ask.put("measures", "tokens");
    ask.put("zone", ZONES.get(random.nextInt(ZONES.size())));
    ask.put("period", from + ".." + from.plusDays(days - 1));
    ask.put("compare", "previous");
    Told both = ask(ask);
    ask.remove("compare");
    ask.put("period", from.minusDays(days) + ".." + from.minusDays(1));
    assertThat(both.previous()).isEqualTo(ask(ask).totals());
  }

  @Test
  void bucketsAreComparedWithTheirCounterparts() {
    Usage.load(store(), Usage.rows(4), NOW);
    Map<String, String> ask = new HashMap<>();
    ask.put("measures", "tokens");
    ask.put("by", "model");
    ask.put("grain", "day");
    ask.put("period", "2026-11-02..2026-11-08");
    ask.put("compare", "previous");
    Told both = ask(ask);
    ask.remove("compare");
    ask.put("period", "2026-10-26..2026-11-01");
    Map<List<Object>, @Nullable Number> before = new HashMap<>();
    ask(ask).lines().forEach(line -> before.put(week(line, 7), line.values().getFirst()));
    assertThat(both.lines()).isNotEmpty();
    for (Line line : both.lines()) {
      assertThat(exact(line.previous().getFirst()))
          .isEqualTo(exact(before.getOrDefault(week(line, 0), 0L)));
    }
  }

  @Test
  void whatWasBelievedThenIsWhatAStoreThatNeverChangedSays() {
    List<Use> first = Usage.rows(5);
    Usage.load(store(), first, BEFORE);
    Usage.load(store(), revised(first, new Random(5)), NOW);
    each(random -> {
      Map<String, String> ask = any(random);
      ask.put("as_of", "2026-11-15");
      checkBelieved(ask, first);
    });
  }

  private void checkBelieved(Map<String, String> ask, List<Use> first) {
    if (keepsHistory()) {
      check(ask, first, part(ask, _ -> true));
    } else {
      assertThatThrownBy(() -> ask(ask)).hasMessageContaining("as_of");
    }
  }

  @Test
  void aDayWithoutUseIsNought() {
    List<Use> rows = new ArrayList<>(Usage.rows(6));
    rows.removeIf(row -> row.at().toString().startsWith("2026-11-03"));
    Usage.load(store(), rows, NOW);
    Map<String, String> ask = new HashMap<>();
    ask.put("measures", "anthropic_output_tokens");
    ask.put("grain", "day");
    ask.put("period", "2026-11-01..2026-11-12");
    Map<Instant, @Nullable Number> days = new LinkedHashMap<>();
    ask(ask).lines().forEach(line -> days.put(line.time().orElseThrow(), line.values().getFirst()));
    assertThat(days).hasSize(9).containsEntry(Instant.parse("2026-11-03T00:00:00Z"), 0L);
  }

  /** The same asks every time. */
  private static void each(Consumer<Random> test) {
    LongStream.range(0, ASKS).mapToObj(Random::new).forEach(test);
  }

  private void check(Map<String, String> ask, List<Use> rows, Part part) {
    Sum sum = new Sum(rows, ZoneId.of(ask.getOrDefault("zone", "UTC")));
    String measure = ask.getOrDefault("measures", "");
    Map<Group, BigInteger> expected =
        sum.of(measure, part, words(ask.getOrDefault("by", "")), ask.getOrDefault("grain", ""));
    Map<Group, BigInteger> told = new HashMap<>();
    Told answer = ask(ask);
    answer
        .lines()
        .forEach(
            line -> told.put(new Group(line.time(), line.ids()), exact(line.values().getFirst())));
    told.values().removeIf(value -> value.signum() == 0);
    expected.values().removeIf(value -> value.signum() == 0);
    assertThat(told).as("%s", ask).isEqualTo(expected);
    assertThat(exact(answer.totals().getFirst())).isEqualTo(sum.total(measure, part));
  }

  private static Map<String, String> any(Random random) {
    Map<String, String> ask = new HashMap<>();
    ask.put("measures", MEASURES.get(random.nextInt(MEASURES.size())));
    ask.put("zone", ZONES.get(random.nextInt(ZONES.size())));
    ask.put("grain", List.of("", "hour", "day", "week", "month").get(random.nextInt(5)));
    ask.put("by", by(random));
    LocalDate from = LocalDate.of(2026, 10, 13).plusDays(random.nextInt(20));
    ask.put("period", from + ".." + from.plusDays(random.nextInt(6)));
    return ask;
  }

  private static String by(Random random) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "model",
                "workspace",
                "api_key",
                "connection",
                "batch",
                "model_family",
                "hour_of_day"));
    java.util.Collections.shuffle(all, random);
    return String.join(",", all.subList(0, random.nextInt(4)));
  }

  /** The coarsest of which the buckets can be made. */
  private static Part part(Map<String, String> ask, Predicate<Use> which) {
    String[] days = ask.getOrDefault("period", "").split("\\.\\.");
    boolean fine =
        !ask.getOrDefault("zone", "UTC").equals("UTC")
            || ask.getOrDefault("grain", "").equals("hour")
            || ask.getOrDefault("by", "").contains("hour_of_day");
    return new Part(
        fine ? "1h" : "1d",
        Usage.SPEND,
        LocalDate.parse(days[0]),
        LocalDate.parse(days[1]).plusDays(1),
        which);
  }

  private static List<Use> revised(List<Use> rows, Random random) {
    return rows.stream()
        .filter(_ -> random.nextInt(10) != 0)
        .map(row ->
            random.nextInt(4) == 0
                ? new Use(
                    row.connection(),
                    row.width(),
                    row.cut(),
                    row.at(),
                    row.model(),
                    row.workspace(),
                    row.key(),
                    row.tier(),
                    row.geo(),
                    List.of(7L, 7L, 7L, 7L, 7L, 7L))
                : row)
        .toList();
  }

  private static List<Object> week(Line line, int later) {
    return List.of(
        line.time().map(time -> time.plus(java.time.Duration.ofDays(later))),
        Optional.ofNullable(line.ids().getFirst()));
  }

  private static BigInteger sum(List<Line> lines) {
    return lines.stream()
        .map(line -> exact(line.values().getFirst()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger exact(@Nullable Number number) {
    assertThat(number).isInstanceOfAny(Long.class, BigInteger.class);
    return new BigInteger(String.valueOf(number));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  private static boolean isOneOf(@Nullable String value, String... values) {
    return value != null && List.of(values).contains(value);
  }
}
