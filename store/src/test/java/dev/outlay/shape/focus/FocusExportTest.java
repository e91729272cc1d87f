package dev.outlay.shape.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.shape.focus.check.FocusCheck;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.ResultSink;
import dev.outlay.testkit.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocusExportTest {
  @TempDir private Path folder = Path.of("");
  private final Bill bill = new Bill();

  @AfterEach
  void close() {
    bill.close();
  }

  @ParameterizedTest
  @EnumSource(FocusVersion.class)
  void aSmallFileIsAsReviewed(FocusVersion version) throws IOException {
    small();
    Path file = folder.resolve("focus-" + version + ".csv");
    bill.export(version).write(file, FocusForm.CSV, Optional.empty());
    Path golden = Path.of("src/test/resources/focus");
    Golden.check(golden.resolve(file.getFileName()), Files.readString(file).replace("\r\n", "\n"));
    Golden.check(
        golden.resolve(file.getFileName() + ".manifest.json"),
        Files.readString(ManifestJson.beside(file)));
  }

  @Test
  void theSameStoreGivesTheSameBytes() throws IOException {
    small();
    for (FocusForm form : FocusForm.values()) {
      Path one = folder.resolve("one." + form);
      Path two = folder.resolve("two." + form);
      bill.export(FocusVersion.V1_2).write(one, form, Optional.empty());
      bill.export(FocusVersion.V1_2).write(two, form, Optional.empty());
      assertThat(one).hasSameBinaryContentAs(two);
    }
  }

  @Test
  void everyDecimalOfACsvFileHasItsPointAndNoExponent() throws IOException {
    small();
    Path file = folder.resolve("x.csv");
    bill.export(FocusVersion.V1_2).write(file, FocusForm.CSV, Optional.empty());
    assertThat(Files.readString(file)).contains(",40.0,").doesNotContain("E-").doesNotContain("E+");
  }

  @Test
  void parquetHoldsExactDecimalsAndTimes() {
    bill.line("2026-10-05", "0.00000000000000000001", Map.of());
    Path file = folder.resolve("x.parquet");
    bill.export(FocusVersion.V1_4).write(file, FocusForm.PARQUET, Optional.empty());
    Line line =
        Line.of(
                bill.store(),
                "SELECT \"BilledCost\", typeof(\"BilledCost\"), typeof(\"PricingQuantity\"), typeof(\"ChargePeriodStart\"), \"ChargeClass\" FROM '"
                    + file
                    + "'")
            .getFirst();
    assertThat(line.decimal(0).orElseThrow()).isEqualByComparingTo("0.00000000000000000001");
    assertThat(List.of(line.name(1), line.name(2), line.name(3)))
        .containsExactly("DECIMAL(38,20)", "DECIMAL(38,12)", "TIMESTAMP WITH TIME ZONE");
    assertThat(line.text(4)).isEmpty();
  }

  @Test
  void aManifestReadsBackAsItWasWritten() throws IOException {
    small();
    Path file = folder.resolve("x.csv");
    FocusManifest manifest =
        bill.export(FocusVersion.V1_2).write(file, FocusForm.CSV, Optional.empty());
    assertThat(ManifestJson.read(ManifestJson.beside(file))).isEqualTo(manifest);
    assertThat(manifest.sha256()).isEqualTo(Sha256.of(file));
  }

  @Test
  void aFolderGetsAFileOfTheUsualName() {
    assertThat(FocusExport.target(folder, FocusVersion.V1_2, FocusForm.PARQUET))
        .isEqualTo(folder.resolve("focus-1.2.parquet"));
    assertThat(FocusExport.target(folder.resolve("a.csv"), FocusVersion.V1_2, FocusForm.CSV))
        .isEqualTo(folder.resolve("a.csv"));
  }

  @Test
  void whatWasThereStaysWhenTheStoreBreaksOff() throws IOException {
    small();
    Path file = folder.resolve("x.csv");
    bill.export(FocusVersion.V1_2).write(file, FocusForm.CSV, Optional.empty());
    String before = Files.readString(file);
    bill.line("2026-10-07", "1", Map.of());
    FocusExport broken = new FocusExport(breaking(bill.store()), bill.shape(FocusVersion.V1_2));
    assertThatThrownBy(() -> broken.write(file, FocusForm.CSV, Optional.empty()))
        .hasMessage("broke off");
    assertThat(file).hasContent(before);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, ManifestJson.beside(file));
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaidInOneLine() {
    Path none = folder.resolve("none");
    Path file = none.resolve("x.csv");
    for (FocusForm form : FocusForm.values()) {
      assertThatThrownBy(() -> bill.export(FocusVersion.V1_2).write(file, form, Optional.empty()))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining(none.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheBillTheSumsAreItsAndTheFilePassesTheCheck(long seed) throws IOException {
    Random random = new Random(seed);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 60; i++) {
      String usd =
          new BigDecimal(random.nextLong(1_000_000_000_000L))
              .movePointLeft(random.nextInt(20))
              .toPlainString();
      sum = sum.add(new BigDecimal(usd));
      any(random, usd);
    }
    for (String cut : List.of(Bill.SPEND, Bill.PLACE)) {
      bill.used(cut, "2026-09-30", "2026-10-0" + (2 + random.nextInt(5)), "2026-10-03");
      for (int i = 0; i < 40; i++) {
        bill.use(cut, day(random), usage(random, cut));
      }
    }
    bill.billed("2026-09-30", "2026-10-08", "2026-10-04");
    for (FocusForm form : FocusForm.values()) {
      Path file = folder.resolve("x." + form);
      FocusManifest manifest = bill.export(FocusVersion.V1_2).write(file, form, Optional.empty());
      assertThat(manifest.billed().get("USD")).isEqualByComparingTo(sum);
      assertThat(new FocusCheck(Optional.empty()).of(file).findings()).isEmpty();
    }
  }

  /** Some of everything: known and unknown, tokens and not, default workspace and others. */
  private void small() {
    bill.store()
        .add("organization", Map.of("id", "org_9f1e", "name", "Example Corp"))
        .add(
            "workspaces",
            Map.of("id", "w1", "name", "research, \"new\"", "tags", "{\"team\":\"a\"}"));
    bill.line("2026-10-05", "40", Map.of("workspace_id", "w1", "description", "Output Tokens"))
        .line("2026-10-05", "0.00000000000000000001", Map.of("inference_geo", "us"))
        .line("2026-10-05", "0.5", Map.of("token_type", "cache_creation.ephemeral_1h_input_tokens"))
        .line("2026-10-05", "7.25", Map.of("model", "claude-next-20261001"))
        .line("2026-10-31", "12.5", Map.of("service_tier", "batch"))
        .other("2026-10-31", "0.07", "web_search", "w1")
        .other("2026-10-31", "0.25", "code_execution", "")
        .other("2026-11-01", "0.1", "file_storage", "w1")
        .billed("2026-10-01", "2026-11-02", "2026-11-01")
        .used(Bill.SPEND, "2026-10-01", "2026-11-02", "2026-11-01")
        .use(Bill.SPEND, "2026-10-05", Map.of("workspace_id", "w1", "output_tokens", 2_000_000))
        .use(Bill.SPEND, "2026-10-31", Map.of("workspace_id", "w1", "web_search_requests", 8));
  }

  private void any(Random random, String usd) {
    if (random.nextInt(5) == 0) {
      bill.other(
          day(random),
          usd,
          one(random, "web_search", "session_usage", "odd"),
          one(random, "", "w1", "w2"));
    } else {
      Map<String, String> said = new HashMap<>(terms(random));
      said.put(
          "token_type",
          one(
              random,
              "output_tokens",
              "uncached_input_tokens",
              "cache_read_input_tokens",
              "cache_creation.ephemeral_5m_input_tokens",
              "new_tokens"));
      said.put("description", one(random, "", "Fast Mode", "plain"));
      bill.line(day(random), usd, said);
    }
  }

  private static Map<String, Object> usage(Random random, String cut) {
    Map<String, Object> said = new HashMap<>();
    terms(random)
        .forEach((name, value) -> {
          if (List.of(cut.split(",")).contains(name) && !value.isEmpty()) {
            said.put(name, value);
          }
        });
    said.put("output_tokens", random.nextInt(3_000_000));
    said.put("uncached_input_tokens", random.nextInt(3_000_000));
    said.put("web_search_requests", random.nextInt(5));
    return said;
  }

  private static Map<String, String> terms(Random random) {
    return Map.of(
        "workspace_id", one(random, "", "w1", "w2"),
        "model",
            one(
                random,
                "claude-opus-5-5",
                "claude-haiku-4-5-20251001",
                "claude-sonnet-4-5-20250929",
                "claude-x"),
        "service_tier", one(random, "standard", "batch", "flex"),
        "context_window", one(random, "0-200k", "200k-1M"),
        "inference_geo", one(random, "global", "us", "not_available", ""));
  }

  private static String day(Random random) {
    return LocalDate.parse("2026-09-30").plusDays(random.nextInt(8)).toString();
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static Answers breaking(Answers store) {
    return new Answers() {
      @Override
      public void query(String sql, ResultSink sink) {
        store.query(sql, sink);
        if (sql.contains("cost_report k") || sql.contains("WITH bill")) {
          throw new IllegalStateException("broke off");
        }
      }

      @Override
      public void close() {}
    };
  }
}
