package dev.outlay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.price.Terms;
import dev.outlay.price.TokenKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPricesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-01");

  @TempDir private Path folder;

  @Test
  void aDiscountOfOnesOwnFileHoldsForEstimates() throws IOException {
    Files.writeString(folder.resolve("own.yml"), "discounts:\n  - {percent: 10}\n");
    assertThat(output(app("own.yml")).orElseThrow()).isEqualByComparingTo("18");
    assertThat(output(app("")).orElseThrow()).isEqualByComparingTo("20");
  }

  @Test
  void aFileThatCannotBeTakenIsWrongUseWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("own.yml"), "discounts:\n  - {percent: many}\n");
    assertThatThrownBy(() -> app("own.yml").priceBook())
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("own.yml")
        .hasMessageContaining("line 2");
  }

  private static Optional<BigDecimal> output(App app) {
    return app.priceBook().usdPerMillion("claude-opus-5-5", TokenKind.OUTPUT, Terms.USUAL, DAY);
  }

  private App app(String prices) {
    return new App(
        Config.read(
            new Flags(Optional.empty(), Optional.empty(), Optional.empty()),
            Map.of("OUTLAY_PRICES", prices, "HOME", folder.toString()),
            folder));
  }
}
