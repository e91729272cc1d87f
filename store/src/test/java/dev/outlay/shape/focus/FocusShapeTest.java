package dev.outlay.shape.focus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.shape.focus.Bill.Row;
import dev.outlay.table.Column;
import dev.outlay.table.Span;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FocusShapeTest {
  private final Bill bill = new Bill();

  @AfterEach
  void close() {
    bill.close();
  }

  @Test
  void aLineOfTokensBecomesARowWithEveryColumnFilledAsAgreed() {
    bill.store()
        .add("organization", Map.of("id", "org_9f1e", "name", "Example Corp"))
        .add(
            "workspaces",
            Map.of("id", "w1", "name", "research", "tags", "{\"cost_center\":\"42\"}"));
    bill.line(
            "2026-10-05",
            "40",
            Map.of("workspace_id", "w1", "description", "Claude Opus 5.5 Usage - Output Tokens"))
        .billed("2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.SPEND, "2026-10-05", Map.of("workspace_id", "w1", "output_tokens", 2_000_000))
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20");
    Row row = bill.row();
    assertThat(row.cells())
        .containsEntry("BillingAccountId", "org_9f1e")
        .containsEntry("BillingAccountName", "Example Corp")
        .containsEntry("BillingCurrency", "USD")
        .containsEntry("BillingPeriodStart", Instant.parse("2026-10-01T00:00:00Z"))
        .containsEntry("BillingPeriodEnd", Instant.parse("2026-11-01T00:00:00Z"))
        .containsEntry("ChargePeriodStart", Instant.parse("2026-10-05T00:00:00Z"))
        .containsEntry("ChargePeriodEnd", Instant.parse("2026-10-06T00:00:00Z"))
        .containsEntry("ChargeCategory", "Usage")
        .containsEntry("ChargeFrequency", "Usage-Based")
        .containsEntry("ChargeDescription", "Claude Opus 5.5 Usage - Output Tokens")
        .containsEntry("SubAccountId", "w1")
        .containsEntry("SubAccountName", "research")
        .containsEntry("SkuId", "claude-opus-5-5/output")
        .containsEntry("SkuPriceId", "claude-opus-5-5/output/standard/0-200k/global")
        .containsEntry("SkuMeter", "Output Tokens")
        .containsEntry("PricingUnit", "1000000 Tokens")
        .containsEntry("ConsumedUnit", "Tokens")
        .containsEntry("Tags", "{\"cost_center\":\"42\"}")
        .containsEntry("x_QuantitySource", "measured")
        .containsEntry("x_QuantityCut", Bill.SPEND)
        .containsEntry("x_Settled", true)
        .doesNotContainKeys("ChargeClass", "InvoiceId", "AvailabilityZone", "RegionId");
    assertThat(row.text("SkuPriceDetails"))
        .isEqualTo(
            "{\"x_ModelDeveloper\":\"Anthropic\",\"x_ModelFamily\":\"claude-opus-5-5\",\"x_ModelId\":\"claude-opus-5-5\","
                + "\"x_TokenDirection\":\"Output\",\"x_ServingScope\":\"Global\",\"x_ServiceTier\":\"standard\",\"x_ContextWindow\":\"0-200k\"}");
    assertThat(row.decimal("PricingQuantity")).isEqualByComparingTo("2");
    assertThat(row.decimal("ConsumedQuantity")).isEqualByComparingTo("2000000");
    for (String price : List.of("ListUnitPrice", "PricingCurrencyContractedUnitPrice")) {
      assertThat(row.decimal(price)).isEqualByComparingTo("20");
    }
    for (String cost : List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")) {
      assertThat(row.decimal(cost)).isEqualByComparingTo("40");
    }
  }

  @Test
  void theDefaultWorkspaceHasNoIdAndOnlyOurColumnNamesIt() {
    bill.line("2026-10-05", "40", Map.of());
    assertThat(bill.row().cells())
        .doesNotContainKeys("SubAccountId", "SubAccountName")
        .containsEntry("x_WorkspaceName", "Default");
  }

  @Test
  void withoutTheirListsAnOrganisationIsItsConnectionAndAWorkspaceItsId() {
    bill.line("2026-10-05", "40", Map.of("workspace_id", "w7"));
    assertThat(bill.row().cells())
        .containsEntry("BillingAccountId", "acme")
        .containsEntry("SubAccountName", "w7")
        .doesNotContainKey("BillingAccountName");
  }

  @Test
  void eachVersionHasItsNamesAndTheOtherColumnsInOneOrder() {
    List<String> old = names(FocusVersion.V1_2);
    List<String> young = names(FocusVersion.V1_4);
    assertThat(old).contains("ProviderName", "PublisherName").doesNotContain("HostProviderName");
    assertThat(young)
        .contains("ServiceProviderName", "HostProviderName")
        .doesNotContain("ProviderName", "PublisherName");
    List<String> rest = new ArrayList<>(young);
    rest.removeAll(List.of("ServiceProviderName", "HostProviderName"));
    assertThat(old).containsAll(rest).hasSize(rest.size() + 2).doesNotHaveDuplicates();
  }

  @Test
  void noCellHasMoreDigitsThanItsColumnHolds() {
    bill.at("discounts:\n  - {percent: 33.333333}\n")
        .line("2026-10-05", "0.00000000000000000001", Map.of())
        .line("2026-10-05", "123456789012345678.1", Map.of("token_type", "cache_read_input_tokens"))
        .other("2026-10-05", "-7.123", "web_search", "w1");
    List<Column> columns = bill.shape(FocusVersion.V1_2).table().columns();
    for (Row row : bill.rows()) {
      for (Column column : columns) {
        if (row.get(column.name()) instanceof BigDecimal cell
            && column.type() instanceof Type.Decimal(int _, int scale)) {
          assertThat(cell.scale()).as(column.name()).isLessThanOrEqualTo(scale);
        }
      }
    }
  }

  @Test
  void aQuantityIsMeasuredOnlyWhereTheCutTellsTheLineFromAllOthers() {
    bill.line("2026-10-05", "40", Map.of("inference_geo", "global"))
        .line("2026-10-05", "22", Map.of("inference_geo", "us"))
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 3_000_000));
    assertThat(bill.rows())
        .extracting(row -> row.text("x_QuantitySource"))
        .containsExactly("derived", "derived");
    bill.used(Bill.PLACE, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.PLACE, "2026-10-05", Map.of("output_tokens", 2_000_001))
        .use(Bill.PLACE, "2026-10-05", Map.of("output_tokens", 7, "inference_geo", "us"));
    assertThat(bill.rows())
        .extracting(row -> row.text("ConsumedQuantity") + " " + row.text("x_QuantityCut"))
        .containsExactly("2000001 " + Bill.PLACE, "7 " + Bill.PLACE);
  }

  @Test
  void twoCutsAreNeverAdded() {
    bill.line("2026-10-05", "40", Map.of())
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .used(Bill.PLACE, "2026-10-01", "2026-11-01", "2026-10-20")
        .used(Bill.WHO, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 5, "api_key_id", "k1"))
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 6, "api_key_id", "k2"))
        .use(Bill.PLACE, "2026-10-05", Map.of("output_tokens", 11))
        .use(Bill.WHO, "2026-10-05", Map.of("output_tokens", 11));
    assertThat(bill.row().decimal("ConsumedQuantity")).isEqualByComparingTo("11");
  }

  @Test
  void aCutOfAllFiveDimensionsOfTheBillIsTakenBeforeOthers() {
    String five = "context_window,inference_geo,model,service_tier,workspace_id";
    bill.line("2026-10-05", "40", Map.of())
        .line("2026-10-05", "80", Map.of("inference_geo", "us", "context_window", "200k-1M"))
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .used(five, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(five, "2026-10-05", Map.of("output_tokens", 5))
        .use(
            five,
            "2026-10-05",
            Map.of("output_tokens", 6, "inference_geo", "us", "context_window", "200k-1M"))
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 99));
    assertThat(bill.rows())
        .extracting(row -> row.text("ConsumedQuantity") + " " + row.text("x_QuantityCut"))
        .containsExactly("5 " + five, "6 " + five);
  }

  @Test
  void usageThatWasReadInPartOnlyMeasuresNothing() {
    bill.line("2026-10-05", "40", Map.of())
        .line("2026-10-06", "40", Map.of())
        .used(Bill.SPEND, "2026-10-06", "2026-10-07", "2026-10-07")
        .covered("usage_report", Bill.PLACE, "model=x", "2026-10-01", "2026-11-01", "2026-11-01")
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 5))
        .use(Bill.SPEND, "2026-10-06", Map.of("output_tokens", 5))
        .use(Bill.PLACE, "2026-10-05", Map.of("output_tokens", 5));
    assertThat(bill.rows())
        .extracting(row -> row.text("x_QuantitySource"))
        .containsExactly("derived", "measured");
  }

  @Test
  void priorityTokensAreNotTakenForThoseThatWereBilled() {
    bill.line("2026-10-05", "40", Map.of())
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .used(Bill.WHO, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 9, "service_tier", "priority"))
        .use(Bill.WHO, "2026-10-05", Map.of("output_tokens", 9));
    assertThat(bill.row().text("x_QuantitySource")).isEqualTo("derived");
    assertThat(bill.row().decimal("ConsumedQuantity")).isEqualByComparingTo("2000000");
  }

  @Test
  void everyKindOfTokensHasItsMeterAndTakesItsOwnCount() {
    Map<String, String> skus =
        Map.of(
            "uncached_input_tokens", "input 1",
            "output_tokens", "output 5",
            "cache_read_input_tokens", "cache_read 2",
            "cache_creation.ephemeral_5m_input_tokens", "cache_write 3",
            "cache_creation.ephemeral_1h_input_tokens", "cache_write 4");
    skus.keySet().forEach(type -> bill.line("2026-10-05", "1", Map.of("token_type", type)));
    bill.used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(
            Bill.SPEND,
            "2026-10-05",
            Map.of(
                "uncached_input_tokens", 1,
                "cache_read_input_tokens", 2,
                "cache_creation_5m_input_tokens", 3,
                "cache_creation_1h_input_tokens", 4,
                "output_tokens", 5));
    assertThat(bill.rows())
        .hasSize(5)
        .allSatisfy(row ->
            assertThat(row.text("SkuId") + " " + row.text("ConsumedQuantity"))
                .isEqualTo("claude-opus-5-5/" + skus.get(row.text("x_TokenType"))));
    assertThat(bill.rows())
        .filteredOn(row -> row.text("SkuId").endsWith("cache_write"))
        .extracting(row -> row.text("SkuPriceId"))
        .doesNotHaveDuplicates();
  }

  @Test
  void searchesAreCountedByWorkspaceAndPricedByTheThousand() {
    bill.other("2026-10-05", "0.07", "web_search", "w1")
        .other("2026-10-05", "0.02", "web_search", "")
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.SPEND, "2026-10-05", Map.of("workspace_id", "w1", "web_search_requests", 3))
        .use(
            Bill.SPEND,
            "2026-10-05",
            Map.of("workspace_id", "w1", "web_search_requests", 4, "model", "claude-opus-5"));
    List<Row> rows = bill.rows();
    assertThat(rows)
        .extracting(row -> row.text("x_QuantitySource") + " " + row.text("PricingUnit"))
        .containsExactly("derived 1000 Requests", "measured 1000 Requests");
    assertThat(rows.getLast().decimal("ConsumedQuantity")).isEqualByComparingTo("7");
    assertThat(rows.getLast().decimal("ListCost")).isEqualByComparingTo("0.07");
    assertThat(rows.getFirst().decimal("ConsumedQuantity")).isEqualByComparingTo("2");
    assertThat(rows.getFirst().text("SkuId")).isEqualTo("claude-api/web_search");
  }

  @Test
  void whatIsNotKnownIsNullAndCountedAndTheCostsAreWhatWasBilled() {
    bill.line("2026-10-05", "12.5", Map.of("model", "claude-next-1"))
        .other("2026-10-05", "0.25", "code_execution", "")
        .other("2026-10-05", "0.1", "file_storage", "w1")
        .other("2026-10-05", "0.5", null, "w1");
    assertThat(bill.rows())
        .hasSize(4)
        .allSatisfy(row -> {
          assertThat(row.cells())
              .doesNotContainKeys(
                  "PricingQuantity",
                  "ConsumedQuantity",
                  "ConsumedUnit",
                  "ListUnitPrice",
                  "ContractedUnitPrice")
              .containsEntry("x_QuantitySource", "unknown");
          assertThat(row.decimal("ListCost")).isEqualByComparingTo(row.decimal("BilledCost"));
          assertThat(row.decimal("ContractedCost")).isEqualByComparingTo(row.decimal("BilledCost"));
        });
    assertThat(bill.rows())
        .extracting(row -> row.text("SkuMeter") + "|" + row.text("PricingUnit"))
        .containsExactlyInAnyOrder(
            "Output Tokens|1000000 Tokens",
            "Code Execution Hours|Hours",
            "File Storage|null",
            "Unspecified|null");
    FocusTally tally = bill.tally();
    assertThat(tally.unknown()).isEqualTo(4);
    assertThat(tally.unpriced()).isEqualTo(4);
  }

  @Test
  void aModelWithoutPriceStillHasWhatWasMeasured() {
    bill.line("2026-10-05", "12.5", Map.of("model", "claude-next-1"))
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(
            Bill.SPEND, "2026-10-05", Map.of("model", "claude-next-1", "output_tokens", 1_000_000));
    Row row = bill.row();
    assertThat(row.decimal("ConsumedQuantity")).isEqualByComparingTo("1000000");
    assertThat(row.decimal("ListCost")).isEqualByComparingTo("12.5");
    assertThat(bill.tally().unpriced()).isOne();
    assertThat(bill.tally().unknown()).isZero();
  }

  @Test
  void aPriceThatIsOnlyTheLeastItMayBeIsNoUnitPrice() {
    bill.at(
            """
            models:
              - {id: long-1, output: 5, long_context: {above: 100000, output: 10}}
            """)
        .line("2026-10-05", "25", Map.of("model", "long-1", "context_window", "0-200k"))
        .line("2026-10-05", "25", Map.of("model", "long-1", "context_window", "200k-1M"));
    assertThat(bill.rows().getFirst().cells())
        .containsEntry("x_QuantitySource", "unknown")
        .doesNotContainKeys("ListUnitPrice", "PricingQuantity");
    assertThat(bill.rows().getLast().decimal("ListUnitPrice")).isEqualByComparingTo("10");
  }

  @Test
  void termsDecideThePriceAndTheContractTakesItsShare() {
    bill.at("discounts:\n  - {percent: 10}\n")
        .line("2026-10-05", "9.9", Map.of("service_tier", "batch", "inference_geo", "us"));
    Row row = bill.row();
    assertThat(row.decimal("ListUnitPrice")).isEqualByComparingTo("11");
    assertThat(row.decimal("ContractedUnitPrice")).isEqualByComparingTo("9.9");
    assertThat(row.decimal("PricingQuantity")).isEqualByComparingTo("1");
    assertThat(row.decimal("ListCost")).isEqualByComparingTo("11");
    assertThat(row.decimal("ContractedCost")).isEqualByComparingTo("9.9");
    assertThat(row.cells())
        .containsEntry("RegionId", "us")
        .containsEntry("RegionName", "United States")
        .containsEntry("SkuPriceId", "claude-opus-5-5/output/batch/0-200k/us");
  }

  @Test
  void pricesAreThoseOfTheDay() {
    bill.at("models:\n  - {id: claude-opus-5-5, output: 40, to: 2026-10-05}\n")
        .line("2026-10-05", "40", Map.of())
        .line("2026-10-06", "40", Map.of());
    assertThat(bill.rows())
        .extracting(row -> row.decimal("PricingQuantity").intValueExact())
        .containsExactly(1, 2);
  }

  @Test
  void fastModeIsToldByTheLineOfTheBill() {
    bill.line("2026-10-05", "40", Map.of("description", "Output Tokens, Fast Mode"));
    Row row = bill.row();
    assertThat(row.decimal("ListUnitPrice")).isEqualByComparingTo("40");
    assertThat(row.cells())
        .containsEntry("x_Speed", "fast")
        .containsEntry("SkuPriceId", "claude-opus-5-5/output/standard/0-200k/global/fast");
  }

  @Test
  void aBillInAnotherCurrencyHasNoPriceInOurs() {
    bill.line("2026-10-05", "40", Map.of("currency", "EUR")).line("2026-10-06", "2", Map.of());
    assertThat(bill.rows().getFirst().cells())
        .containsEntry("BillingCurrency", "EUR")
        .doesNotContainKey("ListUnitPrice");
    assertThat(bill.tally().billed())
        .containsOnlyKeys("EUR", "USD")
        .extractingByKey("EUR")
        .isEqualTo(new BigDecimal("40.00000000000000000000"));
  }

  @Test
  void onlyTheNewestVersionOfARevisedLineCounts() {
    Map<String, String> line =
        Map.of(
            "bucket_start", "2026-10-05T00:00:00Z",
            "bucket_end", "2026-10-06T00:00:00Z",
            "currency", "USD");
    bill.store()
        .add("cost_report", "r", "2026-10-06T00:00:00Z", "2026-10-07T00:00:00Z", with(line, "1"))
        .add("cost_report", "r", "2026-10-07T00:00:00Z", null, with(line, "2"));
    assertThat(bill.row().decimal("BilledCost")).isEqualByComparingTo("2");
    assertThat(bill.row().cells()).containsEntry("x_RowId", "r").containsEntry("x_Revision", 2L);
    assertThat(bill.tally().revision()).contains(2L);
  }

  private static Map<String, Object> with(Map<String, String> line, String usd) {
    Map<String, Object> cells = new java.util.HashMap<>(line);
    cells.put("amount_usd", new BigDecimal(usd));
    return cells;
  }

  @Test
  void aRowIsSettledWhenItsCostIsAndItsMeasuredQuantityToo() {
    bill.line("2026-10-05", "40", Map.of())
        .line("2026-10-06", "40", Map.of())
        .line("2026-10-07", "40", Map.of())
        .billed("2026-10-01", "2026-10-08", "2026-10-07")
        .used(Bill.SPEND, "2026-10-01", "2026-10-08", "2026-10-06")
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 5))
        .use(Bill.SPEND, "2026-10-06", Map.of("output_tokens", 5));
    assertThat(bill.rows())
        .extracting(row -> row.text("x_QuantitySource") + " " + row.get("x_Settled"))
        .containsExactly("measured true", "measured false", "derived false");
    assertThat(bill.tally().settledThrough()).contains(Instant.parse("2026-10-06T00:00:00Z"));
    assertThat(bill.tally().offPrice()).as("billed otherwise than measured").isOne();
  }

  @Test
  void daysThatWereNeverReadAreCounted() {
    bill.line("2026-10-05", "1", Map.of())
        .billed("2026-10-01", "2026-10-11", "2026-10-05")
        .billed("2026-10-14", "2026-10-21", "2026-10-14");
    assertThat(bill.tally().daysNotCollected()).isEqualTo(3);
    assertThat(missing("2026-10-01", "2026-11-01")).isEqualTo(3 + 11);
    assertThat(missing("2026-10-12", "2026-10-15")).isEqualTo(2);
    assertThat(missing("2026-10-01", "2026-10-11")).isZero();
  }

  private long missing(String from, String to) {
    Span span = new Span(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    return bill.shape(FocusVersion.V1_2)
        .rows(bill.store(), Optional.of(span), _ -> {})
        .daysNotCollected();
  }

  @Test
  void aPeriodIsHalfOpen() {
    bill.line("2026-09-30", "1", Map.of())
        .line("2026-10-01", "2", Map.of())
        .line("2026-10-31", "3", Map.of())
        .line("2026-11-01", "4", Map.of());
    Span october =
        new Span(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(bill.rows(FocusVersion.V1_4, Optional.of(october)))
        .extracting(row -> row.decimal("BilledCost").intValueExact())
        .containsExactly(2, 3);
  }

  @Test
  void linesThatDifferInNothingButTheirNumberStayTwoRows() {
    bill.line("2026-10-05", "1", Map.of()).line("2026-10-05", "1", Map.of());
    assertThat(bill.rows())
        .hasSize(2)
        .extracting(row -> row.get("x_RowId"))
        .doesNotHaveDuplicates();
  }

  @Test
  void connectionsAreKeptApart() {
    bill.line("2026-10-05", "40", Map.of())
        .used(Bill.SPEND, "2026-10-01", "2026-11-01", "2026-10-20")
        .use(Bill.SPEND, "2026-10-05", Map.of("output_tokens", 5, "connection", "other"));
    assertThat(bill.row().text("x_QuantitySource")).isEqualTo("derived");
  }

  @Test
  void aStoreWithoutABillHasNoRows() {
    bill.store().run("DROP VIEW cost_report");
    assertThat(bill.rows()).isEmpty();
    assertThat(bill.tally().settledThrough()).isEmpty();
  }

  private List<String> names(FocusVersion version) {
    return bill.shape(version).table().columns().stream().map(Column::name).toList();
  }
}
