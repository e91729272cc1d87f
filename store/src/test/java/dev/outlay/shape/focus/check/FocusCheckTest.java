package dev.outlay.shape.focus.check;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.shape.focus.Bill;
import dev.outlay.shape.focus.FocusForm;
import dev.outlay.shape.focus.FocusManifest;
import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.shape.focus.ManifestJson;
import dev.outlay.store.SchemaStore;
import dev.outlay.store.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocusCheckTest {
  /** One way to break each rule that a row can break, and the column that is named. */
  private static final Map<String, Map.Entry<String, Consumer<Copy>>> BROKEN =
      new LinkedHashMap<>();

  static {
    broken("column-missing ListCost", copy -> copy.without("ListCost"));
    broken("column-unknown CostCentre", copy -> copy.with("CostCentre", "42"));
    broken("column-version HostProviderName", copy -> copy.with("HostProviderName", "Anthropic"));
    broken("column-twice BilledCost", copy -> copy.with("BilledCost", "1.0"));
    broken("decimal-point ConsumedQuantity", copy -> copy.setAll("ConsumedQuantity", "12"));
    broken("row-width", copy -> copy.longer(1));
    broken("row-repeated", copy -> copy.again(1));
    broken("decimal BilledCost", copy -> copy.set(1, "BilledCost", "1.5e3"));
    broken("time ChargePeriodStart", copy -> copy.set(1, "ChargePeriodStart", "2026-10-05"));
    broken("json Tags", copy -> copy.set(1, "Tags", "{\"team\":{\"name\":\"a\"}}"));
    broken("allowed-value ChargeCategory", copy -> copy.set(1, "ChargeCategory", "usage"));
    broken("subcategory ServiceSubcategory", copy -> copy.set(1, "ServiceCategory", "Web"));
    broken("currency BillingCurrency", copy -> copy.set(1, "BillingCurrency", "Dollars"));
    broken("unit PricingUnit", copy -> copy.set(1, "PricingUnit", "per million tokens"));
    broken(
        "period-order ChargePeriodEnd",
        copy -> copy.set(1, "ChargePeriodEnd", copy.get(1, "ChargePeriodStart")));
    broken(
        "period-within ChargePeriodStart",
        copy -> copy.set(1, "BillingPeriodEnd", copy.get(1, "ChargePeriodStart")));
    broken("not-null InvoiceIssuerName", copy -> copy.set(1, "InvoiceIssuerName", ""));
    broken("sold-not-null SkuId", copy -> copy.set(1, "SkuId", ""));
    broken("quantity-unknown PricingQuantity", copy -> copy.set(1, "PricingQuantity", ""));
    broken("price-unknown ListUnitPrice", copy -> copy.set(1, "ListUnitPrice", ""));
    broken("tax-null SkuId", copy -> copy.set(1, "ChargeCategory", "Tax"));
    broken("consumed-usage ConsumedQuantity", copy -> copy.set(1, "ChargeCategory", "Adjustment"));
    broken("quantity-unit ConsumedUnit", copy -> copy.set(1, "ConsumedUnit", ""));
    broken("unit-quantity ConsumedQuantity", copy -> copy.set(1, "ConsumedQuantity", ""));
    broken("id-name SubAccountName", copy -> copy.set(2, "SubAccountName", ""));
    broken("sku SkuPriceId", copy -> copy.set(1, "SkuPriceId", ""));
    broken(
        "commitment CommitmentDiscountId",
        copy -> copy.with("CommitmentDiscountId", "").set(1, "CommitmentDiscountStatus", "Used"));
    broken("price-times-quantity ListCost", copy -> copy.set(1, "ListCost", "41.0"));
    broken(
        "cost-without-price ContractedCost",
        copy -> copy.set(1, "ContractedUnitPrice", "").set(1, "ContractedCost", "41.0"));
    broken("price-negative ListUnitPrice", copy -> copy.set(1, "ListUnitPrice", "-20.0"));
    broken("purchase-frequency ChargeFrequency", copy -> copy.set(1, "ChargeCategory", "Purchase"));
  }

  private static void broken(String finding, Consumer<Copy> how) {
    BROKEN.put(finding.split(" ", 2)[0], entry(finding, how));
  }

  @TempDir private Path folder = Path.of("");
  private final Bill bill = new Bill();

  @BeforeEach
  void fill() {
    bill.store()
        .add("workspaces", Map.of("id", "w1", "name", "research", "tags", "{\"team\":\"a, b\"}"));
    bill.line("2026-10-05", "40", Map.of("workspace_id", "w1", "inference_geo", "us"))
        .line("2026-10-05", "0.00000000000000000001", Map.of())
        .line("2026-10-31", "2", Map.of("token_type", "cache_read_input_tokens"))
        .other("2026-10-31", "0.07", "web_search", "w1")
        .billed("2026-10-01", "2026-11-01", "2026-10-20");
  }

  @AfterEach
  void close() {
    bill.close();
  }

  @TestFactory
  Stream<DynamicTest> aFileThatBreaksARuleIsToldWhere() {
    return BROKEN.entrySet().stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.getKey(),
                () -> isFound(each.getValue().getKey(), each.getValue().getValue())));
  }

  private void isFound(String finding, Consumer<Copy> how) throws IOException {
    Copy copy = Copy.of(written(FocusVersion.V1_2, FocusForm.CSV));
    how.accept(copy);
    FocusCheck.Report report = check(copy.to(folder.resolve("spoilt.csv")));
    assertThat(report.findings())
        .extracting(found -> (found.rule() + " " + found.column()).strip())
        .contains(finding);
  }

  @Test
  void everyRuleHasABrokenFile() {
    List<String> manifest =
        List.of(
            "manifest-version",
            "manifest-columns",
            "manifest-rows",
            "manifest-sum",
            "manifest-hash",
            "manifest-counts",
            "column-type");
    assertThat(FocusCheck.rules())
        .extracting(rule -> rule.split(":", 2)[0])
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(BROKEN.keySet().stream(), manifest.stream()).toList());
  }

  @ParameterizedTest
  @EnumSource(FocusVersion.class)
  void whatWeWriteIsWithoutFault(FocusVersion version) throws IOException {
    for (FocusForm form : FocusForm.values()) {
      FocusCheck.Report report = check(written(version, form));
      assertThat(report.findings()).as("%s %s", version, form).isEmpty();
      assertThat(report.version()).isEqualTo(version);
      assertThat(report.rows()).isEqualTo(4);
      assertThat(report.withManifest()).isTrue();
      assertThat(report.notes()).isEmpty();
    }
  }

  @Test
  void whatIsNotKnownIsNoFaultWhereTheManifestCountsIt() throws IOException {
    bill.other("2026-10-31", "0.25", "code_execution", "")
        .other("2026-10-31", "0.5", "file_storage", "");
    Path file = written(FocusVersion.V1_2, FocusForm.CSV);
    assertThat(check(file).findings()).isEmpty();
    assertThat(check(file).notes())
        .containsExactly("2 rows have no known quantity", "2 rows have no known price");
    Files.delete(ManifestJson.beside(file));
    assertThat(rules(check(file))).containsExactly("quantity-unknown", "price-unknown");
  }

  @Test
  void aManifestOfAnotherFileIsFoundOut() throws IOException {
    Path first = written(FocusVersion.V1_2, FocusForm.CSV);
    Path manifest = ManifestJson.beside(first);
    String kept = Files.readString(manifest);
    bill.other("2026-10-31", "0.25", "code_execution", "");
    Path second = written(FocusVersion.V1_4, FocusForm.CSV);
    Files.writeString(ManifestJson.beside(second), kept);
    assertThat(rules(new FocusCheck(Optional.of(FocusVersion.V1_4)).of(second)))
        .contains(
            "manifest-version",
            "manifest-columns",
            "manifest-rows",
            "manifest-sum",
            "manifest-hash",
            "manifest-counts");
  }

  @Test
  void oneChangedDigitIsFoundOut() throws IOException {
    Path file = written(FocusVersion.V1_2, FocusForm.CSV);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("0.00000000000000000001", "0.00000000000000000002"));
    assertThat(rules(check(file))).contains("manifest-sum", "manifest-hash");
  }

  @Test
  void findingsNameTheRuleTheColumnAndTheFirstRows() throws IOException {
    Copy copy = Copy.of(written(FocusVersion.V1_2, FocusForm.CSV));
    copy.setAll("BilledCost", "1.x");
    FocusCheck.Report report = check(copy.to(folder.resolve("spoilt.csv")));
    assertThat(report.findings().getFirst())
        .hasToString(
            "decimal BilledCost: a number is not written as digits, a point and digits; 4 rows: 1, 2, 3, 4");
    for (int i = 0; i < 3; i++) {
      copy.again(1).again(2);
    }
    assertThat(check(copy.to(folder.resolve("spoilt.csv"))).findings())
        .anySatisfy(
            finding -> assertThat(finding.toString()).endsWith("; 10 rows: 1, 2, 3, 4, 5, …"));
  }

  @Test
  void theSameOnTwoDaysIsNoRepetitionButOverlappingTimesAre() throws IOException {
    Copy copy = Copy.of(written(FocusVersion.V1_2, FocusForm.CSV)).without("x_RowId").again(1);
    copy.set(5, "ChargePeriodStart", "2026-10-06T00:00:00Z");
    copy.set(5, "ChargePeriodEnd", "2026-10-07T00:00:00Z");
    Path file = folder.resolve("two.csv");
    assertThat(rules(check(copy.to(file)))).isEmpty();
    copy.set(5, "ChargePeriodStart", "2026-10-05T23:00:00Z");
    assertThat(rules(check(copy.to(file)))).containsExactly("row-repeated");
  }

  @Test
  void theVersionIsTheOneAskedForThenTheManifestsThenThatOfTheColumns() throws IOException {
    Path file = written(FocusVersion.V1_4, FocusForm.CSV);
    assertThat(rules(new FocusCheck(Optional.of(FocusVersion.V1_2)).of(file)))
        .contains("column-missing", "column-version", "manifest-version");
    Files.delete(ManifestJson.beside(file));
    assertThat(check(file).version()).isEqualTo(FocusVersion.V1_4);
    assertThat(check(file).findings()).isEmpty();
  }

  @Test
  void parquetOfOtherToolsIsReadWithItsTypes() {
    try (SchemaStore engine = new SchemaStore()) {
      Path file = folder.resolve("other[1].parquet");
      engine.run(
          "COPY (SELECT 12.5::DOUBLE AS \"BilledCost\", 'x' AS \"ListCost\", TIMESTAMP '2026-10-05 00:00:00' AS \"ChargePeriodStart\","
              + " TIMESTAMP '2026-10-06 00:00:00' AS \"ChargePeriodEnd\", MAP {'team': 'a'} AS \"Tags\") TO '"
              + file
              + "' (FORMAT parquet)");
      FocusCheck.Report report = check(file);
      assertThat(report.rows()).isOne();
      assertThat(report.findings())
          .extracting(found -> found.rule() + " " + found.column())
          .contains("column-type ListCost", "decimal ListCost", "column-missing ProviderName")
          .doesNotContain(
              "decimal BilledCost", "time ChargePeriodStart", "json Tags", "column-type Tags");
    }
  }

  @Test
  void aMarkAtTheBeginningAndOtherLineEndsAreRead() throws IOException {
    Path file = written(FocusVersion.V1_2, FocusForm.CSV);
    String text = Files.readString(file);
    Files.delete(ManifestJson.beside(file));
    Files.writeString(file, "\uFEFF" + text.replace("\r\n", "\n"));
    assertThat(check(file).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,b\n1,2\n",
        "PAR1 and no more",
        "BilledCost\n\"never closed",
        "\u0000\u0001\u0002",
        "{\"json\": true}"
      })
  void whatIsNoSuchFileIsRefusedInOneLine(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), text);
    refused(file);
  }

  @Test
  void neitherAFolderNorNothingNorBytesNorABadManifestCrashIt() throws IOException {
    refused(folder);
    refused(folder.resolve("none.csv"));
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[random.nextInt(4_000)];
      random.nextBytes(bytes);
      refused(Files.write(folder.resolve("bytes.csv"), bytes));
      byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(magic, 0, bytes, 0, Math.min(4, bytes.length));
      refused(Files.write(folder.resolve("bytes.parquet"), bytes));
    }
    Path file = written(FocusVersion.V1_2, FocusForm.CSV);
    Files.writeString(ManifestJson.beside(file), "{\"rows\": true");
    refused(file);
    Files.writeString(ManifestJson.beside(file), "[]");
    refused(file);
  }

  @Test
  void aDamagedParquetFileIsRefused() throws IOException {
    Path file = written(FocusVersion.V1_2, FocusForm.PARQUET);
    Files.delete(ManifestJson.beside(file));
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      byte[] spoilt = whole.clone();
      for (int n = 0; n < 20; n++) {
        spoilt[random.nextInt(4, spoilt.length)] ^= (byte) random.nextInt(1, 256);
      }
      Files.write(file, spoilt);
      try {
        check(file);
      } catch (UnreadableFile _) {
        refused++;
      }
    }
    assertThat(refused).as("the others could be read and were judged").isPositive();
  }

  private void refused(Path file) {
    assertThatThrownBy(() -> check(file))
        .isInstanceOf(UnreadableFile.class)
        .message()
        .startsWith(folder.toString())
        .doesNotContain("\n");
  }

  private Path written(FocusVersion version, FocusForm form) {
    Path file = folder.resolve("focus-" + version + "." + form);
    FocusManifest manifest = bill.export(version).write(file, form, Optional.empty());
    assertThat(manifest.rows()).isPositive();
    return file;
  }

  private static FocusCheck.Report check(Path file) {
    return new FocusCheck(Optional.empty()).of(file);
  }

  private static List<String> rules(FocusCheck.Report report) {
    return report.findings().stream().map(Finding::rule).distinct().toList();
  }
}
