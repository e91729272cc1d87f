package dev.outlay.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AskTest {
  private static final Map<String, String> FULL =
      Map.of(
          "measures", "cost,tokens",
          "by", "model,workspace",
          "where", "model = a, \"b c\" and workspace is empty",
          "grain", "day",
          "period", "mtd",
          "zone", "Europe/Berlin",
          "compare", "last_month",
          "order", "-tokens",
          "limit", "8",
          "as_of", "2026-11-03");

  @Test
  void itsTextsAreReadAgain() {
    assertThat(Ask.of(FULL).texts()).isEqualTo(FULL);
    assertThat(Ask.of(Map.of("measures", " cost , cost", "zone", "UTC", "by", "")).texts())
        .isEqualTo(Map.of("measures", "cost", "period", "30d"));
  }

  @Test
  void itCanBeAskedElsewhere() {
    assertThat(Ask.of(FULL).query())
        .startsWith("measures=cost,tokens&by=model,workspace&where=model+%3D+a,+%22b+c%22")
        .endsWith("&order=-tokens&limit=8&as_of=2026-11-03");
    assertThat(Ask.of(FULL).commandLine())
        .startsWith("outlay ask cost,tokens --by model,workspace --where 'model = a, \"b c\" and")
        .contains("--as-of 2026-11-03");
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> Ask.of(Map.of("measure", "cost")))
        .hasMessageContaining("did you mean measures?");
    assertThatThrownBy(() -> Ask.of(Map.of())).hasMessageContaining("name a measure");
    assertThatThrownBy(() -> Ask.of(Map.of("measures", "cost", "grain", "dya")))
        .hasMessageContaining("did you mean day?");
    assertThatThrownBy(() -> Ask.of(Map.of("measures", "cost", "limit", "0")))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> Ask.of(Map.of("measures", "cost", "zone", "Europe/Berln")))
        .hasMessageContaining("Europe/Berlin");
  }
}
