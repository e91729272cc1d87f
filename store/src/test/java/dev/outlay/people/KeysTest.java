package dev.outlay.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.price.PriceBook;
import dev.outlay.store.SchemaStore;
import dev.outlay.table.Span;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KeysTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Span WEEK =
      new Span(Instant.parse("2026-11-14T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
  private static final String SPEND = "api_key_id,context_window,model,service_tier,workspace_id";
  private static final String WHO = "account_id,api_key_id,model,service_account_id,workspace_id";
  private static final String OLD = "2026-01-01T00:00:00Z";

  private final SchemaStore store = new SchemaStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aKeyHasItsOwnerWorkspaceAgeAndExpiry() {
    store
        .add("users", Map.of("id", "user_1", "name", "Ada", "email", "ada@example.com"))
        .add("workspaces", Map.of("id", "w1", "name", "Research"));
    key(
        "k1",
        Map.of(
            "name", "ci",
            "status", "active",
            "partial_key_hint", "sk-ant-api03-R2D...igAA",
            "scope_type", "workspace",
            "workspace_id", "w1",
            "created_by_id", "user_2",
            "principal_id", "user_1",
            "created_at", "2026-11-01T13:00:00Z",
            "expires_at", "2027-01-01T00:00:00Z"));
    KeyUse key = read("k1");
    assertThat(key.owner())
        .contains(new Owner("user_1", "Ada", Optional.of("ada@example.com"), "user", false));
    assertThat(key.workspace()).contains(new Named("w1", "Research"));
    assertThat(key)
        .extracting(KeyUse::ageDays, KeyUse::status, KeyUse::tokens, KeyUse::cost)
        .containsExactly(Optional.of(19L), "active", 0L, Optional.of(BigDecimal.ZERO));
    assertThat(key.expiresAt()).contains(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void whoMadeAKeyOwnsItWhereNobodyElseDoesAndTheGoneStillHaveNames() {
    store.add("users", "u", OLD, "2026-05-01T00:00:00Z", Map.of("id", "user_9", "name", "Grace"));
    store.add("service_accounts", Map.of("id", "svac_1", "name", "robot"));
    key("k1", Map.of("created_by_id", "user_9", "scope_type", "organization"));
    key("k2", Map.of("created_by_id", "svac_1", "scope_type", "workspace"));
    key("k3", Map.of());
    assertThat(read("k1").owner())
        .contains(new Owner("user_9", "Grace", Optional.empty(), "user", true));
    assertThat(read("k1").workspace()).isEmpty();
    assertThat(read("k2").owner().orElseThrow())
        .extracting(Owner::name, Owner::type)
        .containsExactly("robot", "service_account");
    key("k4", Map.of("principal_id", "user_7"));
    assertThat(read("k4").owner().orElseThrow().gone()).isTrue();
    assertThat(read("k2").workspace()).contains(new Named("", "Default Workspace"));
    assertThat(read("k3").owner()).isEmpty();
  }

  @Test
  void useIsOfOneCutAndNeverOfTwo() {
    covered(SPEND).covered(WHO).key("k1", Map.of());
    use("k1", "claude-opus-5", 1000).use("k1", "claude-haiku-4-5", 500);
    use(WHO, "1d", "2026-11-15T00:00:00Z", "k1", "claude-opus-5", 1500, Map.of());
    assertThat(read("k1").tokens()).isEqualTo(1500);
    assertThat(read("k1").models()).containsExactly("claude-opus-5", "claude-haiku-4-5");
  }

  @Test
  void costIsEstimatedExactlyAndSaysSo() {
    covered(SPEND).key("k1", Map.of());
    use(
        SPEND,
        "1d",
        "2026-11-15T00:00:00Z",
        "k1",
        "claude-opus-5",
        1_000_001,
        Map.of(
            "service_tier", "batch",
            "output_tokens", 3,
            "cache_read_input_tokens", 10,
            "cache_creation_5m_input_tokens", 100,
            "cache_creation_1h_input_tokens", 1000,
            "web_search_requests", 2));
    KeyUse key = read("k1");
    assertThat(key.tokens()).isEqualTo(1_001_114);
    // 1000001 x 2.5 + 3 x 12.5 + 10 x 0.25 + 100 x 3.125 + 1000 x 5, a millionth each, and 2 x 0.01
    assertThat(key.cost().orElseThrow()).isEqualByComparingTo("2.525355");
    assertThat(key.costIsEstimate()).isTrue();
    assertThat(notes()).contains("assumed_terms");
  }

  @Test
  void whereNobodyUsedDearerTermsTheEstimateIsNoLowerBound() {
    String place = "inference_geo,model,service_tier,speed,workspace_id";
    covered(SPEND).key("k1", Map.of());
    use("k1", "claude-opus-5", 1_000_000);
    assertThat(read("k1").costIsLowerBound()).isTrue();
    covered(place);
    use(
        place,
        "1d",
        "2026-11-15T00:00:00Z",
        null,
        "claude-opus-5",
        1_000_000,
        Map.of("inference_geo", "us", "speed", "standard"));
    assertThat(read("k1").costIsLowerBound()).isFalse();
    assertThat(read("k1").cost().orElseThrow()).isEqualByComparingTo("5.5");
    use(
        place,
        "1d",
        "2026-11-16T00:00:00Z",
        null,
        "claude-opus-5",
        1,
        Map.of("inference_geo", "us", "speed", "fast"));
    assertThat(read("k1").costIsLowerBound()).isTrue();
  }

  @Test
  void anUnknownPriceIsCountedAndNeverNought() {
    covered(SPEND).key("k1", Map.of()).key("k2", Map.of());
    use("k1", "claude-next", 700);
    use("k2", "claude-next", 300).use("k2", "claude-opus-5", 1_000_000);
    assertThat(read("k1").cost()).isEmpty();
    assertThat(read("k1").unpricedTokens()).isEqualTo(700);
    assertThat(read("k2").cost().orElseThrow()).isEqualByComparingTo("5");
    assertThat(read("k2").costIsLowerBound()).isTrue();
    assertThat(notes()).contains("not_priced");
  }

  @Test
  void pricesAreThoseOfTheDayAndOfTheContract() {
    covered(SPEND).key("k1", Map.of());
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k1", "claude-opus-5", 1_000_000, Map.of());
    use(SPEND, "1d", "2026-11-18T00:00:00Z", "k1", "claude-opus-5", 1_000_000, Map.of());
    PriceBook book =
        PriceBook.shipped()
            .with("mine", new StringReader("discounts: [{percent: 20, from: 2026-11-17}]"));
    KeysAnswer answer = new Keys(store, book).read(WEEK, NOW, Optional.empty());
    assertThat(answer.keys().getFirst().cost().orElseThrow()).isEqualByComparingTo("9");
  }

  @Test
  void whatWasBilledIsTakenAndOnlyTheRestEstimated() {
    covered(SPEND).key("k1", Map.of()).key("k2", Map.of());
    billing("2026-11-18T05:00:00Z");
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k1", "claude-opus-5", 1_000_000, Map.of());
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k2", "claude-opus-5", 1_000_000, Map.of());
    use(SPEND, "1d", "2026-11-18T00:00:00Z", "k2", "claude-opus-5", 1_000_000, Map.of());
    bill("k1", "2026-11-15T00:00:00Z", "4.25").bill("k2", "2026-11-15T00:00:00Z", "4.5");
    bill("k2", "2026-11-18T00:00:00Z", "1");
    assertThat(read("k1"))
        .extracting(key -> key.cost().orElseThrow().stripTrailingZeros(), KeyUse::costIsEstimate)
        .containsExactly(new BigDecimal("4.25"), false);
    assertThat(read("k2"))
        .extracting(key -> key.cost().orElseThrow().stripTrailingZeros(), KeyUse::costIsEstimate)
        .containsExactly(new BigDecimal("9.5"), true);
  }

  @Test
  void lastUseIsAsFineAsIsKnown() {
    covered(SPEND).key("k1", Map.of()).key("k2", Map.of()).key("k3", Map.of());
    use(SPEND, "1d", "2026-03-01T00:00:00Z", "k1", "claude-opus-5", 1, Map.of());
    use(SPEND, "1d", "2026-11-20T00:00:00Z", "k2", "claude-opus-5", 1, Map.of());
    use(SPEND, "1h", "2026-11-20T00:00:00Z", "k2", "claude-opus-5", 1, Map.of());
    use(SPEND, "1d", "2026-11-20T00:00:00Z", "k3", "claude-opus-5", 0, Map.of());
    assertThat(read("k1"))
        .extracting(KeyUse::lastUsed, KeyUse::lastUsedWidth)
        .containsExactly(Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.of("1d"));
    assertThat(read("k2").lastUsedWidth()).contains("1h");
    assertThat(read("k3").lastUsed()).isEmpty();
  }

  @Test
  void usageWithoutAKeyIsTheConsolesAndUnknownKeysAreListed() {
    covered(SPEND);
    store.add(
        "api_keys", "gone", OLD, "2026-06-01T00:00:00Z", Map.of("id", "k8", "name", "legacy"));
    use(null, "claude-opus-5", 30).use("k8", "claude-opus-5", 20).use("k9", "claude-opus-5", 10);
    assertThat(keys().keys())
        .extracting(KeyUse::id, KeyUse::name, KeyUse::status, KeyUse::tokens)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Optional.empty(), "Console", "none", 30L),
            org.assertj.core.groups.Tuple.tuple(Optional.of("k8"), "legacy", "deleted", 20L),
            org.assertj.core.groups.Tuple.tuple(Optional.of("k9"), "k9", "unknown", 10L));
  }

  @Test
  void hoursAreTakenForAPeriodThatIsNotOfWholeDays() {
    covered(SPEND).key("k1", Map.of());
    store.add(
        "coverage",
        Map.of(
            "dataset", "usage_report",
            "bucket_width", "1h",
            "grouped_by", SPEND,
            "span_start", OLD,
            "span_end", "2026-11-21T12:00:00Z"));
    use(SPEND, "1d", "2026-11-20T00:00:00Z", "k1", "claude-opus-5", 24, Map.of());
    use(SPEND, "1h", "2026-11-20T13:00:00Z", "k1", "claude-opus-5", 1, Map.of());
    use(SPEND, "1h", "2026-11-20T11:00:00Z", "k1", "claude-opus-5", 2, Map.of());
    KeysAnswer day =
        new Keys(store, PriceBook.shipped())
            .read(new Span(NOW.minus(Duration.ofDays(1)), NOW), NOW, Optional.empty());
    assertThat(day.keys().getFirst().tokens()).isEqualTo(1);
  }

  @Test
  void someoneLimitedToWorkspacesSeesTheirKeysAndTheirUseOnly() {
    covered(SPEND)
        .key("k1", Map.of("workspace_id", "w1"))
        .key("k2", Map.of("workspace_id", "w2"))
        .key("k3", Map.of("scope_type", "organization"));
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k1", "m", 1, Map.of("workspace_id", "w1"));
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k2", "m", 2, Map.of("workspace_id", "w2"));
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k3", "m", 4, Map.of("workspace_id", "w2"));
    use(SPEND, "1d", "2026-11-15T00:00:00Z", "k3", "m", 8, Map.of("workspace_id", "w1"));
    use(null, "m", 16);
    KeysAnswer seen =
        new Keys(store, PriceBook.shipped()).read(WEEK, NOW, Optional.of(Set.of("w1")));
    assertThat(seen.keys())
        .extracting(key -> key.id().orElse("-") + key.tokens())
        .containsExactly("k38", "k11");
  }

  @Test
  void anEmptyStoreHasNoKeysAndSaysWhy() {
    assertThat(keys().keys()).isEmpty();
    assertThat(notes()).containsExactly("not_collected");
  }

  private KeysTest covered(String cut) {
    store.add(
        "coverage",
        Map.of(
            "dataset", "usage_report",
            "bucket_width", "1d",
            "grouped_by", cut,
            "span_start", OLD,
            "span_end", "2026-11-22T00:00:00Z"));
    return this;
  }

  private KeysTest key(String id, Map<String, ?> cells) {
    Map<String, Object> all = new HashMap<>(cells);
    all.put("id", id);
    store.add("api_keys", all);
    return this;
  }

  private KeysTest use(@Nullable String key, String model, long tokens) {
    return use(SPEND, "1d", "2026-11-15T00:00:00Z", key, model, tokens, Map.of());
  }

  private KeysTest use(
      String cut,
      String width,
      String at,
      @Nullable String key,
      String model,
      long tokens,
      Map<String, ?> more) {
    Map<String, Object> cells =
        new HashMap<>(
            Map.of(
                "bucket_start", at,
                "bucket_width", width,
                "grouped_by", cut,
                "model", model,
                "service_tier", "standard",
                "uncached_input_tokens", tokens));
    cells.putAll(more);
    if (key != null) {
      cells.put("api_key_id", key);
    }
    store.add("usage_report", cells);
    return this;
  }

  private void billing(String refreshed) {
    store.add(
        "coverage",
        Map.of(
            "dataset", "analytics_cost",
            "bucket_width", "1d",
            "grouped_by", "",
            "span_start", OLD,
            "span_end", "2026-11-22T00:00:00Z"));
    store.add(
        "analytics_cost",
        Map.of("bucket_start", "2026-02-01T00:00:00Z", "data_refreshed_at", refreshed));
  }

  private KeysTest bill(String key, String day, String usd) {
    store.add(
        "analytics_cost",
        Map.of("bucket_start", day, "api_key_id", key, "currency", "USD", "amount_usd", usd));
    return this;
  }

  private KeysAnswer keys() {
    return new Keys(store, PriceBook.shipped()).read(WEEK, NOW, Optional.empty());
  }

  private java.util.List<String> notes() {
    return keys().notes().stream().map(Remark::code).toList();
  }

  private KeyUse read(String id) {
    return keys().keys().stream()
        .filter(key -> key.id().equals(Optional.of(id)))
        .findFirst()
        .orElseThrow();
  }
}
