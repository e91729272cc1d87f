package dev.outlay.testkit;

import static dev.outlay.testkit.Bodies.account;
import static dev.outlay.testkit.Bodies.code;
import static dev.outlay.testkit.Bodies.day;
import static dev.outlay.testkit.Bodies.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import dev.outlay.testkit.Reading.Read;
import dev.outlay.testkit.ScriptedApi.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagingTest {
  private final Reading reading = new Reading();

  @AfterEach
  void stop() {
    reading.close();
  }

  /** The styles of paging, each by one dataset that has it. */
  enum Style {
    ID,
    PAGE,
    TOKEN,
    BUCKETS;

    private Reply page(List<String> items, @Nullable String next) {
      return switch (this) {
        case ID -> Bodies.ids(items, next);
        case TOKEN -> Bodies.token(items, next);
        case PAGE, BUCKETS -> Bodies.page(items, next);
      };
    }

    private String item(int number) {
      return switch (this) {
        case ID -> user("user_" + number);
        case PAGE -> code("actor_" + number);
        case TOKEN -> account("svac_" + number);
        case BUCKETS -> day(16 + number, 3);
      };
    }

    private Read read(Reading reading) {
      return switch (this) {
        case ID -> reading.list("users");
        case PAGE -> reading.code();
        case TOKEN -> reading.list("service_accounts");
        case BUCKETS -> reading.usage();
      };
    }

    private List<String> items(int most) {
      return IntStream.range(0, this == BUCKETS ? 4 : most).mapToObj(this::item).toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anySplitIntoPagesGivesTheSameRows(Style style) {
    List<String> items = style.items(40);
    Read whole = style.read(reading.answers(style.page(items, null)));
    assertThat(whole.rows()).hasSize(style == Style.BUCKETS ? 12 : 40);
    for (long seed = 1; seed <= 60; seed++) {
      List<Reply> pages = split(style, items, new SplittableRandom(seed));
      Read split = style.read(reading.answers(pages));
      assertThat(split.rows()).as("seed %s", seed).isEqualTo(whole.rows());
      assertThat(split.answer()).isEqualTo(whole.answer());
      assertThat(split.kept().pages()).isEqualTo(pages.size());
    }
  }

  private static List<Reply> split(Style style, List<String> items, SplittableRandom random) {
    List<Reply> pages = new ArrayList<>();
    int from = 0;
    while (from < items.size()) {
      int to = random.nextInt(from + 1, items.size() + 1);
      String next = to == items.size() ? null : "cursor " + to + "==";
      pages.add(style.page(items.subList(from, to), next));
      from = to;
    }
    return pages;
  }

  @ParameterizedTest
  @EnumSource
  void theNextPageIsAskedForWithTheCursorAndTheSameQuestion(Style style) {
    List<String> items = style.items(2);
    reading.answers(
        style.page(items.subList(0, 1), "a=b&c=="),
        style.page(items.subList(1, items.size()), null));
    style.read(reading);
    List<ScriptedApi.Request> asked = reading.server.requests();
    assertThat(asked).hasSize(2);
    String cursor = style == Style.ID ? "after_id" : "page";
    assertThat(asked.getFirst().parameter(cursor)).isNull();
    assertThat(asked.getLast().parameter(cursor)).isEqualTo("a=b&c==");
    assertThat(asked.getLast().query()).containsAllEntriesOf(asked.getFirst().query());
  }

  private AbstractThrowableAssert<?, ?> unreadable(Style style, Reply... replies) {
    return assertThatThrownBy(() -> style.read(reading.answers(replies)))
        .isInstanceOf(Failure.Unreadable.class);
  }

  @ParameterizedTest
  @EnumSource
  void aCursorThatComesAgainIsNamedAndNotFollowed(Style style) {
    List<String> items = style.items(3);
    unreadable(
            style,
            style.page(items.subList(0, 1), "round"),
            style.page(items.subList(1, 2), "round"))
        .hasMessageContaining("cursor");
    assertThat(reading.server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void everNewCursorsToTheSamePageEnd(Style style) {
    AtomicInteger cursor = new AtomicInteger();
    reading.answering(
        _ -> style.page(style.items(3).subList(0, 1), "c" + cursor.incrementAndGet()));
    assertThatThrownBy(() -> style.read(reading)).isInstanceOf(Failure.class);
    assertThat(reading.server.requests()).hasSizeLessThan(10);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAGE", "BUCKETS"})
  void theSamePageTwiceIsNotTwoPages(Style style) {
    List<String> items = style.items(2).subList(0, 2);
    unreadable(style, style.page(items, "next"), style.page(items, null))
        .hasMessageContaining("twice");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyPageThatPromisesMoreIsRefused(Style style) {
    unreadable(style, style.page(List.of(), "next")).hasMessageContaining("more");
  }

  @ParameterizedTest
  @EnumSource(names = {"PAGE", "BUCKETS"})
  void moreWithoutACursorAndACursorWithoutMoreAreRefused(Style style) {
    String data = String.join(",", style.items(4));
    for (String end : List.of("true,\"next_page\":null", "false,\"next_page\":\"c\"")) {
      unreadable(style, Reply.json("{\"data\":[" + data + "],\"has_more\":" + end + "}"))
          .hasMessageContaining("has_more");
    }
  }

  @Test
  void moreWithoutALastIdIsRefused() {
    unreadable(
            Style.ID,
            Reply.json("{\"data\":[" + user("a") + "],\"has_more\":true,\"last_id\":null}"))
        .hasMessageContaining("has_more");
  }

  @Test
  void aListThatShiftsWhileItIsReadKeepsEveryThingOnce() {
    reading.answers(
        Bodies.ids(List.of(user("a"), user("b")), "b"),
        Bodies.ids(List.of(user("b"), user("c")), null));
    assertThat(reading.list("users").rows())
        .extracting(List::getFirst)
        .containsExactly("a", "b", "c");
  }

  @Test
  void twoValuesOfOneThingBothReachTheStoreWhichObjects() {
    String other = user("b").replace("b@x", "other@x");
    reading.answers(
        Bodies.ids(List.of(user("a"), user("b")), "b"), Bodies.ids(List.of(other), null));
    assertThat(reading.list("users").rows()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenOffPageIsTakenBackAndAskedForAgain(Style style) {
    List<String> items = style.items(4);
    String first = text(style.page(items.subList(0, 2), "c"));
    String second = text(style.page(items.subList(2, 4), null));
    Read whole = style.read(reading.answers(Reply.json(first), Reply.json(second)));
    Read read =
        style.read(
            reading.answers(
                Reply.cut(first), Reply.json(first), Reply.cut(second), Reply.json(second)));
    assertThat(read.rows()).isEqualTo(whole.rows());
    assertThat(read.kept().requests()).isEqualTo(4);
    assertThat(read.kept().pages()).isEqualTo(2);
  }

  private static String text(Reply reply) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try {
      reply.body().write(out);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void aCursorThatDiedBeginsTheAnswerAnew(Style style) {
    List<String> items = style.items(4);
    Reply first = style.page(items.subList(0, 2), "c");
    Reply gone = Reply.status(410, "{\"error\":{\"message\":\"no longer valid\"}}");
    Read read =
        style.read(reading.answers(first, gone, first, style.page(items.subList(2, 4), null)));
    assertThat(read.rows()).hasSize(style == Style.BUCKETS ? 12 : 4);
    assertThatThrownBy(() -> style.read(reading.answers(gone)))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining("no longer valid");
  }
}
