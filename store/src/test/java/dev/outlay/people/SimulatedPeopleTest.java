package dev.outlay.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.price.PriceBook;
import dev.outlay.store.Line;
import dev.outlay.store.SimulatedStore;
import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulated organisation: nothing of its use is lost, nothing is counted twice. */
final class SimulatedPeopleTest {
  private static final Instant NOW = SimulatedStore.START;
  private static final Span WEEK =
      new Span(Instant.parse("2026-11-14T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));

  @TempDir private Path folder;

  @Test
  void allTokensBelongToAKeyOrToTheConsole() {
    try (SimulatedStore world = new SimulatedStore(folder)) {
      world.sync(
          NOW,
          "usage_report",
          "api_keys",
          "users",
          "invites",
          "service_accounts",
          "workspaces",
          "workspace_members",
          "analytics_cost");
      KeysAnswer answer =
          new Keys(world.answers(), PriceBook.shipped()).read(WEEK, NOW, Optional.empty());
      assertThat(answer.keys().stream().mapToLong(KeyUse::tokens).sum())
          .isPositive()
          .isEqualTo(
              number(
                  world,
                  "SELECT sum(uncached_input_tokens + cache_read_input_tokens + cache_creation_5m_input_tokens"
                      + " + cache_creation_1h_input_tokens + output_tokens) FROM usage_daily WHERE date >= '2026-11-14' AND date < '2026-11-21'"));
      assertThat(answer.keys()).anyMatch(key -> key.id().isEmpty() && key.tokens() > 0);
      assertThat(answer.keys()).anyMatch(key -> key.owner().isPresent() && key.tokens() > 0);
      assertThat(answer.keys().stream().filter(key -> key.id().isPresent()))
          .hasSizeGreaterThanOrEqualTo((int) number(world, "SELECT count(*) FROM api_keys"))
          .anyMatch(key -> !key.costIsEstimate() && key.tokens() > 0);
      everybody(world);
    }
  }

  private static void everybody(SimulatedStore world) {
    PeopleAnswer people = new People(world.answers()).read();
    assertThat((long) people.people().size())
        .isEqualTo(number(world, "SELECT count(*) FROM users"));
    assertThat(people.invites()).isNotEmpty();
    assertThat(people.members())
        .hasSize((int) number(world, "SELECT count(*) FROM workspace_members"))
        .allMatch(member -> !member.in().name().startsWith("wrkspc_"));
    assertThat(people.people())
        .anyMatch(person -> person.keys() > 0 && !person.workspaces().isEmpty());
  }

  @Test
  void anEstimateIsWhatIsBilledLaterOrSaysThatItMayBeLess() {
    try (SimulatedStore world = new SimulatedStore(folder)) {
      world.sync(NOW, "usage_report", "api_keys");
      Span day = new Span(WEEK.start(), WEEK.start().plus(Duration.ofDays(1)));
      Map<Optional<String>, KeyUse> guessed = keys(world, day);
      world.sync(NOW.plus(Duration.ofMinutes(1)), "analytics_cost");
      int exact = 0;
      int least = 0;
      for (KeyUse key : keys(world, day).values()) {
        if (!key.costIsEstimate() && key.tokens() > 0) {
          KeyUse guess = Objects.requireNonNull(guessed.get(key.id()));
          assertThat(guess.costIsEstimate()).isTrue();
          BigDecimal tokens = guess.cost().orElseThrow().subtract(searches(world, key));
          int order = tokens.compareTo(key.cost().orElseThrow());
          assertThat(order).as(guess + " and " + key).isLessThanOrEqualTo(0);
          assertThat(order == 0 || guess.costIsLowerBound()).as(guess + " and " + key).isTrue();
          exact += order == 0 ? 1 : 0;
          least += guess.costIsLowerBound() ? 1 : 0;
        }
      }
      assertThat(exact).isPositive();
      assertThat(least).isPositive();
    }
  }

  private static Map<Optional<String>, KeyUse> keys(SimulatedStore world, Span period) {
    return new Keys(world.answers(), PriceBook.shipped())
        .read(period, NOW, Optional.empty()).keys().stream()
            .collect(Collectors.toMap(KeyUse::id, key -> key));
  }

  /** The simulator bills searches to no key. */
  private static BigDecimal searches(SimulatedStore world, KeyUse key) {
    return BigDecimal.valueOf(
        number(
            world,
            "SELECT sum(web_search_requests) FROM usage_daily WHERE date = '2026-11-14' AND api_key_id = '"
                + key.id().orElseThrow()
                + "'"),
        2);
  }

  private static long number(SimulatedStore world, String sql) {
    return Line.of(world.answers(), sql).getFirst().number(0).orElseThrow();
  }
}
