package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.output.Golden;
import dev.outlay.holder.CostFile;
import dev.outlay.holder.OpenStore;
import dev.outlay.price.PriceBook;
import dev.outlay.shape.focus.FocusExport;
import dev.outlay.shape.focus.FocusForm;
import dev.outlay.shape.focus.FocusShape;
import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.shape.focus.Provider;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FocusCommandTest {
  @TempDir private Path folder = Path.of("");
  private World world = new World(Path.of(""));

  @BeforeEach
  void export() {
    world = new World(folder);
    try (CostFile costs = new CostFile(folder.resolve("s.duckdb"))) {
      costs
          .workspace("wrkspc_1", "Research")
          .cost("2026-11-19", "claude-haiku-5", null, "0.000000000000000001")
          .cost("2026-11-20", "claude-opus-4-6", "wrkspc_1", "123456.789")
          .keep("2026-11-01", "2026-11-21", "2026-11-20");
      try (Answers moment = new OpenStore(costs.store(), QueryLimits.DEFAULT).snapshot()) {
        for (FocusVersion version : FocusVersion.values()) {
          FocusShape shape = new FocusShape(PriceBook.shipped(), version, Provider.ANTHROPIC);
          for (FocusForm form : FocusForm.values()) {
            new FocusExport(moment, shape)
                .write(FocusExport.target(folder, version, form), form, Optional.empty());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FocusVersion.class)
  void whatARealStoreGivesPasses(FocusVersion version) {
    for (FocusForm form : FocusForm.values()) {
      assertThat(world.run("focus", "check", "focus-" + version + "." + form)).isZero();
      assertThat(world.out()).isEmpty();
      assertThat(world.err())
          .isEqualTo(
              "note: 2 rows have no known quantity, as the manifest says\n"
                  + "note: 2 rows have no known price, as the manifest says\n"
                  + "FOCUS "
                  + version
                  + ", 2 rows, with its manifest: nothing is wrong\n");
    }
  }

  @Test
  void whatIsWrongIsOneLineEachAndOne() throws IOException {
    Path file = folder.resolve("focus-1.2.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("Generative AI", "Gen\u001bAI").replace("USD", "usd"));
    assertThat(world.run("focus", "check", "focus-1.2.csv")).isEqualTo(Exit.FAILED);
    assertThat(world.out())
        .contains("manifest-hash: the file is not the one the manifest is of\n")
        .contains("currency BillingCurrency: the currency is no ISO 4217 code; 2 rows: 1, 2\n")
        .doesNotContain("\u001b");
    assertThat(world.err()).endsWith("wrong in 4 ways\n");
  }

  @Test
  void whatIsNoSuchFileIsTwoAndALine() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
    for (String file : new String[] {"x.csv", "none.csv", "s.duckdb", "."}) {
      assertThat(world.run("focus", "check", file)).as(file).isEqualTo(Exit.WRONG_USE);
      assertThat(world.err()).startsWith("outlay: ").hasLineCount(1);
      assertThat(world.out()).isEmpty();
    }
  }

  @Test
  void aVersionThatIsNotKnownIsWrongUse() {
    assertThat(world.run("focus", "check", "focus-1.2.csv", "--focus-version", "1.0"))
        .isEqualTo(Exit.WRONG_USE);
    assertThat(world.err())
        .isEqualTo("outlay: --focus-version 1.0 is not known; there is 1.2 and 1.4\n");
  }

  @Test
  void theRulesAreListed() throws IOException {
    assertThat(world.run("focus", "rules")).isZero();
    Golden.check("focus-rules.txt", world.out());
  }

  @Test
  void theHelpOfCheckNamesTheVersions() throws IOException {
    assertThat(world.run("focus", "check", "--help")).isZero();
    Golden.check(Path.of("src/test/resources/help/focus-check.txt"), world.out());
  }
}
