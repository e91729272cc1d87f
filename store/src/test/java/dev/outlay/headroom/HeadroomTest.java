package dev.outlay.headroom;

import static dev.outlay.headroom.LimitsFixture.AWARE;
import static dev.outlay.headroom.LimitsFixture.CUT;
import static dev.outlay.headroom.LimitsFixture.INPUT;
import static dev.outlay.headroom.LimitsFixture.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadroomTest {
  private static final String DAY = "2026-11-20T";
  private final LimitsFixture world = new LimitsFixture();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void thePeakMinuteIsHeldAgainstTheLimitWhateverTheRange() {
    world.limit(INPUT, 1000).minutesCovered();
    world.minute("2026-11-18T10:00:00Z", 300).minute("2026-11-19T10:00:00Z", 300);
    world.minute(DAY + "10:00:00Z", 750).minute(DAY + "10:01:00Z", 250);
    LimitUse day = world.only();
    assertThat(day.peak())
        .contains(
            new Peak(
                Instant.parse(DAY + "10:00:00Z"),
                "1m",
                750,
                750,
                1000,
                Optional.of(new BigDecimal("75.0000"))));
    LimitUse threeDays = world.read("2026-11-18", "2026-11-21").limits().getFirst();
    assertThat(threeDays.peak()).isEqualTo(day.peak());
    assertThat(threeDays.activeBuckets()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "opus,claude-opus-5," + AWARE + ",600",
    "opus,claude-opus-5," + INPUT + ",600",
    "haiku,claude-3-5-haiku-20241022," + INPUT + ",9600",
    "haiku,claude-3-5-haiku-20241022," + AWARE + ",600",
    "opus,claude-opus-5," + OUTPUT + ",7",
  })
  void onlyWhatTheLimitCountsIsCounted(String group, String model, String limiter, long tokens) {
    world.limit(group, "[\"" + model + "\"]", limiter, 10_000).minutesCovered();
    world.use(
        "1m",
        CUT,
        DAY + "10:00:00Z",
        null,
        model,
        100,
        9000,
        7,
        Map.of("cache_creation_5m_input_tokens", 200, "cache_creation_1h_input_tokens", 300));
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(tokens);
  }

  @Test
  void aPlainLimitBesideACacheAwareOneCanOnlyBeTheOtherKind() {
    world.limit(INPUT, 10_000).limit(AWARE, 1000).minutesCovered();
    world.minute(DAY + "10:00:00Z", null, "claude-opus-5", 100, 900, 0);
    assertThat(world.named("opus " + INPUT).peak().orElseThrow().tokens()).isEqualTo(1000);
    assertThat(world.named("opus " + AWARE).peak().orElseThrow().tokens()).isEqualTo(100);
  }

  @Test
  void aLoweredLimitShows() {
    world
        .limit(
            "opus", "[\"claude-opus-5\"]", INPUT, 1000, "2026-01-01T00:00:00Z", DAY + "12:00:00Z")
        .limit("opus", "[\"claude-opus-5\"]", INPUT, 500, DAY + "12:00:00Z", null)
        .minutesCovered();
    world.minute(DAY + "10:00:00Z", 700).minute(DAY + "15:00:00Z", 400);
    LimitUse use = world.only();
    assertThat(use.value()).contains(500L);
    assertThat(use.changes())
        .containsExactly(
            new Step(Instant.parse("2026-01-01T00:00:00Z"), Optional.of(1000L)),
            new Step(Instant.parse(DAY + "12:00:00Z"), Optional.of(500L)));
    assertThat(use.peak().orElseThrow())
        .extracting(Peak::tokens, Peak::limit, Peak::percent)
        .containsExactly(400L, 500L, Optional.of(new BigDecimal("80.0000")));
    assertThat(use.percentOfLast()).contains(new BigDecimal("140.0000"));
  }

  @Test
  void theLimitIsTheOneThatHeldInThePeriodNotTheOneOfToday() {
    world
        .limit(
            "opus", "[\"claude-opus-5\"]", INPUT, 1000, "2026-01-01T00:00:00Z", DAY + "12:00:00Z")
        .limit("opus", "[\"claude-opus-5\"]", INPUT, 10, DAY + "12:00:00Z", null)
        .minutesCovered();
    world.minute("2026-11-10T10:00:00Z", 250);
    LimitUse use = world.read("2026-11-10", "2026-11-11").limits().getFirst();
    assertThat(use.value()).contains(1000L);
    assertThat(use.peak().orElseThrow().percent()).contains(new BigDecimal("25.0000"));
  }

  @Test
  void aLimitThatIsGoneLimitsNothing() {
    world
        .limit(
            "opus", "[\"claude-opus-5\"]", INPUT, 1000, "2026-01-01T00:00:00Z", DAY + "12:00:00Z")
        .minutesCovered();
    world.minute(DAY + "10:00:00Z", 100).minute(DAY + "15:00:00Z", 400);
    assertThat(world.only().value()).isEmpty();
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(100);
    assertThat(world.read("2026-11-21", "2026-11-22").limits()).isEmpty();
  }

  @Test
  void beforeALimitWasFirstReadItIsTakenToHaveBeenTheSameAndSaysSo() {
    world
        .limit("opus", "[\"claude-opus-5\"]", INPUT, 1000, DAY + "12:00:00Z", null)
        .minutesCovered();
    world.minute(DAY + "10:00:00Z", 100);
    assertThat(world.only().peak().orElseThrow().percent()).contains(new BigDecimal("10.0000"));
    assertThat(world.only().notes()).extracting(Note::code).containsExactly("limit_assumed");
    world.minute("2026-11-10T10:00:00Z", 200);
    LimitUse earlier = world.read("2026-11-10", "2026-11-11").limits().getFirst();
    assertThat(earlier.peak().orElseThrow().percent()).contains(new BigDecimal("20.0000"));
  }

  @Test
  void anHourIsARateByTheRealWidthAndSaysThatItIsAMean() {
    world.limit(INPUT, 1000).covered("1h", CUT, "2026-11-01T00:00:00Z", "2026-11-21T00:00:00Z");
    world.use("1h", CUT, DAY + "10:00:00Z", null, "claude-opus-5", 6030, 0, 0, Map.of());
    LimitUse use = world.only();
    assertThat(use.bucketWidth()).contains("1h");
    assertThat(use.peak().orElseThrow())
        .extracting(Peak::tokens, Peak::perMinute, Peak::percent)
        .containsExactly(6030L, 101L, Optional.of(new BigDecimal("10.0500")));
    assertThat(use.notes()).extracting(Note::code).containsExactly("hourly_mean");
  }

  @Test
  void whereOnlyHoursReachBackTheMinutesThereAreMayStillShowAHigherPeak() {
    world
        .limit(INPUT, 1000)
        .covered("1h", CUT, "2026-11-01T00:00:00Z", "2026-11-21T00:00:00Z")
        .covered("1m", CUT, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    world.use("1h", CUT, "2026-11-05T10:00:00Z", null, "claude-opus-5", 12_000, 0, 0, Map.of());
    world.use("1h", CUT, DAY + "10:00:00Z", null, "claude-opus-5", 6000, 0, 0, Map.of());
    world.minute(DAY + "10:30:00Z", 900);
    LimitUse use = world.read("2026-11-01", "2026-11-21").limits().getFirst();
    assertThat(use.bucketWidth()).contains("1h");
    assertThat(use.activeBuckets()).isEqualTo(2);
    assertThat(use.peak().orElseThrow())
        .extracting(Peak::width, Peak::tokens, Peak::percent)
        .containsExactly("1m", 900L, Optional.of(new BigDecimal("90.0000")));
    assertThat(use.notes()).isEmpty();
  }

  @Test
  void theOrganisationsUseIsTheSumOfAllWorkspacesTheUnnamedOneToo() {
    world
        .limit(INPUT, 1000)
        .of("w1", INPUT, 400, 1000, "workspace")
        .of("w2", INPUT, 1000, 1000, "organization")
        .minutesCovered();
    world.store.add("workspaces", Map.of("id", "w1", "name", "Research"));
    for (String workspace : List.of("w1", "w2")) {
      world.minute(DAY + "10:00:00Z", workspace, "claude-opus-5", 200, 0, 0);
    }
    world.minute(DAY + "10:00:00Z", null, "claude-opus-5", 300, 0, 0);
    assertThat(world.limits())
        .extracting(
            LimitUse::scopeName, LimitUse::source, use -> use.peak().orElseThrow().percent())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Organisation", "organization", Optional.of(new BigDecimal("70.0000"))),
            org.assertj.core.groups.Tuple.tuple(
                "Research", "own", Optional.of(new BigDecimal("50.0000"))),
            org.assertj.core.groups.Tuple.tuple(
                "w2", "inherited", Optional.of(new BigDecimal("20.0000"))));
  }

  @Test
  void usageWithoutAWorkspaceIsTheDefaultWorkspaces() {
    world.of("w0", INPUT, 1000, 1000, "organization").minutesCovered();
    world.store.add("workspaces", Map.of("id", "w0", "name", "Default", "is_default", true));
    world.minute(DAY + "10:00:00Z", 300);
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(300);
  }

  @Test
  void someoneLimitedToWorkspacesSeesTheirsAndNoSums() {
    world
        .limit(INPUT, 1000)
        .of("w1", INPUT, 400, 1000, "workspace")
        .of("w2", INPUT, 400, 1000, "workspace")
        .minutesCovered();
    world.minute(DAY + "10:00:00Z", "w1", "claude-secret", 100, 0, 0);
    assertThat(world.readOnly(Set.of("w2")).notes().toString()).doesNotContain("claude-secret");
    assertThat(world.readOnly(Set.of("w2")).limits())
        .extracting(LimitUse::scope)
        .containsExactly("w2");
  }

  @Test
  void modelsOfOneGroupShareItsLimitAndASnapshotBelongsToItsFamily() {
    world.limit("opus", "[\"claude-opus-5\",\"claude-opus-4-8\"]", INPUT, 1000).minutesCovered();
    world
        .minute(DAY + "10:00:00Z", null, "claude-opus-5-20260721", 100, 0, 0)
        .minute(DAY + "10:00:00Z", null, "claude-opus-4-8", 200, 0, 0);
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(300);
  }

  @Test
  void aModelWithoutALimitIsNamed() {
    world.limit(INPUT, 1000).minutesCovered();
    world.minute(DAY + "10:00:00Z", null, "claude-next", 100, 0, 0);
    assertThat(world.read("2026-11-20", "2026-11-21").notes())
        .filteredOn(note -> note.code().equals("no_group"))
        .singleElement()
        .extracting(Note::text)
        .asString()
        .contains("claude-next");
  }

  @Test
  void batchesAreLeftOutWhereTheyCanBeToldApartAndMentionedWhereNot() {
    String cut = "model,service_tier,workspace_id";
    world.limit(INPUT, 1000).covered("1m", cut, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    String at = DAY + "10:00:00Z";
    world
        .use("1m", cut, at, null, "claude-opus-5", 900, 0, 0, Map.of("service_tier", "batch"))
        .use("1m", cut, at, null, "claude-opus-5", 50, 0, 0, Map.of("service_tier", "standard"))
        .use("1m", cut, at, null, "claude-opus-5", 7, 0, 0, Map.of());
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(57);
    assertThat(world.read("2026-11-20", "2026-11-21").notes()).isEmpty();
    world.minutesCovered();
    assertThat(world.read("2026-11-01", "2026-11-21").notes())
        .extracting(Note::code)
        .contains("batch_included");
  }

  @Test
  void fastModeHasLimitsOfItsOwn() {
    String cut = "model,service_tier,speed,workspace_id";
    world
        .limit(INPUT, 1000)
        .limit("fast_itpmca", 100)
        .covered("1m", cut, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
    String at = DAY + "10:00:00Z";
    world
        .use("1m", cut, at, null, "claude-opus-5", 90, 0, 0, Map.of("speed", "fast"))
        .use("1m", cut, at, null, "claude-opus-5", 500, 0, 0, Map.of("speed", "standard"));
    assertThat(world.named("opus fast_itpmca").peak().orElseThrow().tokens()).isEqualTo(90);
    assertThat(world.named("opus " + INPUT).peak().orElseThrow().tokens()).isEqualTo(500);
  }

  @Test
  void whatCannotBeMeasuredSaysWhyInsteadOfAFigure() {
    world
        .limit("requests_per_minute", 4000)
        .limit("fast_otpm", 10)
        .limit("quux_per_fortnight", 1)
        .minutesCovered();
    world.minute(DAY + "10:00:00Z", 100);
    world.store.add(
        "analytics_usage",
        Map.of(
            "bucket_start", "2026-11-20T00:00:00Z",
            "bucket_width", "1d",
            "model", "claude-opus-5",
            "requests", 1234));
    assertThat(world.limits()).allMatch(use -> !use.measurable() && use.peak().isEmpty());
    assertThat(world.limits())
        .extracting(use -> use.reason().orElseThrow())
        .containsExactlyInAnyOrder(
            "The Admin API does not count requests by the minute. Analytics count them by the day: at"
                + " most 1234, on 2026-11-20.",
            "Fast mode has limits of its own, and the usage collected by minute or hour does not tell"
                + " the speed; a cut with speed in the usage setting would.",
            "It is not known here what counts against a limit called quux_per_fortnight.");
  }

  @Test
  void withoutUsageByMinuteOrHourNothingIsSaid() {
    world.limit(INPUT, 1000);
    assertThat(world.only().measurable()).isFalse();
    assertThat(world.only().reason().orElseThrow()).contains("was collected");
  }

  @Test
  void aMinuteThatIsNotOverIsNone() {
    world.limit(INPUT, 1000).minutesCovered();
    world.minute("2026-11-21T00:00:00Z", 999);
    assertThat(world.read("2026-11-20", "2026-11-22").limits().getFirst().peak()).isEmpty();
  }

  @Test
  void theTightestComesFirstAndTheUnmeasurableLast() {
    world
        .limit("requests_per_minute", 1)
        .limit(OUTPUT, 1000)
        .limit(INPUT, 1000)
        .limit("haiku", "[\"claude-haiku-4-5\"]", INPUT, 10)
        .minutesCovered();
    world.minute(DAY + "10:00:00Z", null, "claude-opus-5", 100, 0, 600);
    assertThat(world.limits())
        .extracting(LimitUse::key)
        .containsExactly(
            "opus " + OUTPUT, "opus " + INPUT, "haiku " + INPUT, "opus requests_per_minute");
  }

  @Test
  void percentilesAreOfTheBucketsWithUseAndExact() {
    world.limit(INPUT, 7777).minutesCovered();
    Random random = new Random(5);
    List<Long> tokens = new ArrayList<>();
    for (int minute = 0; minute < 40; minute++) {
      long use = random.nextLong(1, 9_000);
      tokens.add(use);
      world.minute(DAY + "10:%02d:00Z".formatted(minute), use);
    }
    List<Long> sorted = tokens.stream().sorted().toList();
    assertThat(world.only().p50()).contains(level(sorted.get(19), 7777));
    assertThat(world.only().p95()).contains(level(sorted.get(37), 7777));
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(sorted.getLast());
  }

  @Test
  void countsBeyondAnIntegerStayExact() {
    long much = 9_007_199_254_740_993L;
    world.limit(INPUT, 9_007_199_254_740_992L).minutesCovered();
    world.minute(DAY + "10:00:00Z", much);
    assertThat(world.only().peak().orElseThrow().tokens()).isEqualTo(much);
  }

  @Test
  void ofPeaksThatLookAlikeTheTrueOneIsFoundAndOfEqualOnesTheFirst() {
    world.limit(INPUT, 10_000_000).minutesCovered();
    world.minute(DAY + "10:00:00Z", 535).minute(DAY + "11:00:00Z", 538);
    world.minute(DAY + "12:00:00Z", 538);
    assertThat(world.only().peak().orElseThrow())
        .extracting(Peak::tokens, Peak::time)
        .containsExactly(538L, Instant.parse(DAY + "11:00:00Z"));
  }

  @Test
  void theSeriesIsTheHighestOfEachStretchWithGapsWhereNothingWasCollected() {
    world
        .limit(
            "opus", "[\"claude-opus-5\"]", INPUT, 1000, "2026-01-01T00:00:00Z", DAY + "12:00:00Z")
        .limit("opus", "[\"claude-opus-5\"]", INPUT, 500, DAY + "12:00:00Z", null)
        .covered("1m", CUT, "2026-11-20T06:00:00Z", "2026-11-21T00:00:00Z");
    world
        .minute(DAY + "10:00:00Z", null, "claude-opus-5", 100, 9000, 0)
        .minute(DAY + "10:05:00Z", null, "claude-opus-5", 300, 0, 0)
        .minute(DAY + "19:00:00Z", null, "claude-opus-5", 50, 0, 0);
    LimitSeries series = world.series("opus " + INPUT, "2026-11-20", "2026-11-21", 4);
    assertThat(series.stretchSeconds()).isEqualTo(6 * 3600);
    assertThat(series.points())
        .containsExactly(
            new SeriesPoint(Instant.parse(DAY + "06:00:00Z"), 300, 9000, Optional.of(1000L)),
            new SeriesPoint(Instant.parse(DAY + "12:00:00Z"), 0, 0, Optional.of(500L)),
            new SeriesPoint(Instant.parse(DAY + "18:00:00Z"), 50, 0, Optional.of(500L)));
  }

  @Test
  void anEmptyStoreHasNoLimits() {
    assertThat(world.limits()).isEmpty();
  }

  private static Level level(long tokens, long limit) {
    return new Level(
        tokens,
        Optional.of(
            BigDecimal.valueOf(tokens)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(limit), 4, RoundingMode.DOWN)));
  }
}
