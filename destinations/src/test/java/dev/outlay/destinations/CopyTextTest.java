package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destinations.sql.CopyText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTest {
  @Test
  void whatPartsCellsAndRowsIsEscapedAndNullIsNoText() {
    assertThat(text("a\tb\nc\r\\d", null, "\\N", ""))
        .isEqualTo("a\\tb\\nc\\r\\\\d\t\\N\t\\\\N\t\n");
  }

  @Test
  void textBeyondAsciiIsUtf8AndEscapedBehindItToo() {
    assertThat(text("ê🎈\t\\", "a\0b")).isEqualTo("ê🎈\\t\\\\\ta\uFFFDb\n");
  }

  @Test
  void numbersAndTimesHaveEveryDigit() {
    Instant at = Instant.parse("1969-12-31T23:59:59.999999Z");
    assertThat(text(Long.MIN_VALUE, new BigDecimal("1E-20"), at, at, Instant.EPOCH, true))
        .isEqualTo(
            "-9223372036854775808\t0.00000000000000000001\t1969-12-31T23:59:59.999999Z"
                + "\t1969-12-31T23:59:59.999999Z\t1970-01-01T00:00:00Z\ttrue\n");
  }

  private static String text(@Nullable Object... cells) {
    CopyText text = new CopyText();
    text.row(cells);
    assertThat(text.size()).isPositive();
    return new String(text.take(), StandardCharsets.UTF_8);
  }
}
