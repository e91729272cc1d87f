package dev.outlay.testkit;

import static dev.outlay.testkit.Bodies.code;
import static dev.outlay.testkit.Bodies.day;
import static dev.outlay.testkit.Bodies.dayBackwards;
import static dev.outlay.testkit.Bodies.page;
import static dev.outlay.testkit.Bodies.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.testkit.Reading.Read;
import dev.outlay.testkit.ScriptedApi.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
  private static final List<String> FOUR = List.of(day(16, 2), day(17, 0), day(18, 1), day(19, 2));
  private final Reading reading = new Reading();

  @AfterEach
  void stop() {
    reading.close();
  }

  private AbstractThrowableAssert<?, ?> fails(Class<? extends Failure> kind, Reply... replies) {
    return assertThatThrownBy(() -> reading.answers(replies).usage()).isInstanceOf(kind);
  }

  @Test
  void everyBucketMakesAnAnswer() {
    Read read = reading.answers(page(FOUR, null)).usage();
    assertThat(read.rows()).hasSize(5);
    assertThat(read.answer().covered()).contains(Reading.DAYS);
    assertThat(read.answer().oldestRow()).contains(Instant.parse("2026-11-16T00:00:00Z"));
  }

  @Test
  void aBucketThatEndedAndIsMissingIsAskedForAgainAndThenNamed() {
    fails(Failure.Retry.class, page(FOUR.subList(0, 3), null))
        .hasMessageContaining("2026-11-19T00:00:00Z")
        .hasMessageContaining("production");
    fails(Failure.Retry.class, page(List.of(FOUR.get(0), FOUR.get(2), FOUR.get(3)), null))
        .hasMessageContaining("2026-11-17T00:00:00Z is missing");
    fails(Failure.Retry.class, page(FOUR.subList(1, 4), null));
    fails(Failure.Retry.class, page(List.of(), null));
    assertThat(reading.answers(page(FOUR.subList(0, 3), null), page(FOUR, null)).usage().rows())
        .hasSize(5);
  }

  @Test
  void whetherABucketHasEndedIsTheServersTimeToSay() {
    Reply early = page(FOUR.subList(0, 3), null).with("date", "Thu, 19 Nov 2026 23:59:59 GMT");
    Read read = reading.answers(early).usage();
    assertThat(read.answer().covered())
        .contains(new Span(Reading.DAYS.start(), Instant.parse("2026-11-19T00:00:00Z")));
    fails(
        Failure.Retry.class,
        page(FOUR.subList(0, 3), null).with("date", "Fri, 20 Nov 2026 00:00:00 GMT"));
  }

  @Test
  void aBucketTwiceOrOutOfPlaceIsUnreadable() {
    fails(Failure.Unreadable.class, page(List.of(FOUR.get(0), FOUR.get(0)), null))
        .hasMessageContaining("2026-11-16T00:00:00Z came twice or out of place");
    fails(Failure.Unreadable.class, page(FOUR.subList(0, 2), "c"), page(FOUR.subList(1, 4), null))
        .hasMessageContaining("data[0]");
    fails(Failure.Unreadable.class, page(List.of(day(15, 1)), null));
    fails(
            Failure.Unreadable.class,
            page(List.of(FOUR.get(0), FOUR.get(1), FOUR.get(2), FOUR.get(3), day(20, 1)), null))
        .hasMessageContaining("after the time that was asked");
  }

  @Test
  void bucketsOutOfOrderAreNeverTakenForAWholeAnswer() {
    fails(Failure.class, page(List.of(FOUR.get(1), FOUR.get(0), FOUR.get(2), FOUR.get(3)), null));
    fails(Failure.class, page(FOUR.reversed(), null));
  }

  @Test
  void aBucketOfAnotherWidthIsUnreadable() {
    String hour = day(16, 1).replace("2026-11-17T00", "2026-11-16T01");
    fails(Failure.Unreadable.class, page(List.of(hour), null)).hasMessageContaining("ending_at");
  }

  @Test
  void fieldsMayComeInAnyOrder() {
    Read read = reading.answers(page(FOUR, null)).usage();
    List<String> backwards =
        List.of(dayBackwards(16, 2), dayBackwards(17, 0), dayBackwards(18, 1), dayBackwards(19, 2));
    String body =
        "{\"next_page\":null,\"has_more\":false,\"data\":[" + String.join(",", backwards) + "]}";
    assertThat(reading.answers(Reply.json(body)).usage().rows()).isEqualTo(read.rows());
  }

  @Test
  void unknownFieldsAndMembersPass() {
    String body =
        "{\"news\":{\"a\":[1,{}]},\"data\":[" + String.join(",", FOUR) + "],\"has_more\":false}";
    String strange =
        body.replace("\"model-0\"", "\"a model of tomorrow\",\"deep\":[[[{\"x\":1}]]]");
    assertThat(reading.answers(Reply.json(strange)).usage().rows())
        .hasSize(5)
        .anyMatch(row -> row.contains("a model of tomorrow"));
  }

  @Test
  void aValueThatFitsNowhereIsNamedByItsPlace() {
    List<String> wrong =
        List.of(FOUR.get(0), FOUR.get(1), FOUR.get(2), day(19, 2).replace("19001", "\"many\""));
    fails(Failure.Unreadable.class, page(wrong, null))
        .hasMessageContaining("data[3].results[1].output_tokens: \"many\" where")
        .hasMessageContaining("usage_report 1d by model")
        .hasMessageContaining("2026-11-16T00:00:00Z..2026-11-20T00:00:00Z")
        .hasMessageContaining("GET /v1/organizations/usage_report/messages")
        .hasMessageContaining("request req_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":[5]}",
        "{\"data\":[{]}",
        "<html>",
        "{\"data\":[]}]"
      })
  void whatIsNoAnswerIsNeverAnEmptyOne(String body) {
    assertThatThrownBy(() -> reading.answers(Reply.json(body)).usage()).isInstanceOf(Failure.class);
  }

  @Test
  void aRowOfAnotherDayIsUnreadable() {
    String other = code("x").replace("2026-11-19", "2026-11-18");
    assertThatThrownBy(() -> reading.answers(page(List.of(other), null)).code())
        .isInstanceOf(Failure.Unreadable.class)
        .hasMessageContaining("2026-11-18T00:00:00Z lies outside");
  }

  @Test
  void anEmptyAnswerIsAnAnswer() {
    Read read = reading.answers(page(List.of(), null)).code();
    assertThat(read.rows()).isEmpty();
    assertThat(read.answer().hasRows()).isFalse();
    assertThat(read.answer().covered()).isPresent();
  }

  @Test
  void analyticsSayHowFarTheyAreExported() {
    Span span = Reading.DAYS;
    reading.answers(
        Reply.json(
            "{\"data\":[],\"has_more\":false,\"next_page\":null,"
                + "\"data_refreshed_at\":\"2026-11-19T08:00:00Z\"}"));
    Series series = new Series("analytics_usage", "1d", "model", "", "");
    assertThat(reading.read(series, Optional.of(span)).answer().refreshedTo())
        .contains(Instant.parse("2026-11-19T08:00:00Z"));
  }

  @Test
  void numbersKeepTheirLastDigit() {
    String huge = FOUR.getFirst().replace(tokens("model-0", 16_000), tokens("m", Long.MAX_VALUE));
    Read read =
        reading.answers(page(List.of(huge, FOUR.get(1), FOUR.get(2), FOUR.get(3)), null)).usage();
    assertThat(read.rows().getFirst()).contains(9_223_372_036_854_775_807L);
    fails(
            Failure.Unreadable.class,
            page(List.of(huge.replace("5807,", "5808,"), FOUR.get(1)), null))
        .hasMessageContaining("9223372036854775808");
  }

  @ParameterizedTest
  @CsvSource({
    "401, Refused",
    "402, Refused",
    "403, Refused",
    "404, Unreadable",
    "400, Unreadable",
    "429, Retry",
    "500, Retry",
    "529, Retry"
  })
  void aRefusalIsOneOfTheKindsAndQuotesTheServer(int status, String kind) {
    Reply reply = Reply.status(status, "{\"error\":{\"message\":\"so it is\\nhere\"}}");
    assertThatThrownBy(() -> reading.answers(reply).usage())
        .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
        .hasMessageContaining("HTTP " + status + ", \"so it is here\"");
  }

  @Test
  void whatAnOrganisationDoesNotHaveIsNoted() {
    for (int status : List.of(403, 404)) {
      assertThatThrownBy(() -> reading.answers(Reply.status(status, "{}")).list("spend_limits"))
          .isInstanceOf(Failure.NotEntitled.class);
    }
  }

  @Test
  void aPauseIsKeptAndTheKeyNeverQuoted() {
    Reply wait =
        Reply.status(429, "{\"error\":{\"message\":\"sk-ant-admin01-a-key-for-reading is busy\"}}")
            .with("retry-after", "7");
    Read read = reading.answers(wait, page(FOUR, null)).usage();
    assertThat(read.rows()).hasSize(5);
    assertThat(reading.ticker.slept()).contains(Duration.ofSeconds(7));
    fails(Failure.Retry.class, wait)
        .hasMessageContaining("is busy")
        .hasMessageNotContaining("a-key-for-reading");
  }
}
