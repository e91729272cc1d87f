package dev.outlay.destinations.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowIndexTest {
  @Test
  void itKnowsWhatAMapOfTheSameRowsKnows() {
    Random random = new Random(7);
    RowIndex index = new RowIndex(1);
    Map<String, Long> rows = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String key = key(random.nextInt(9_000));
      if (random.nextInt(4) == 0) {
        index.remove(utf8(key), 0);
        rows.remove(key);
      } else {
        index.put(index.findOrAdd(utf8(key)), 0, i, new long[] {-i});
        rows.put(key, (long) i);
      }
    }
    Map<String, Long> known = new HashMap<>();
    for (int place = 0; place < index.size(); place++) {
      if (index.lives(place)) {
        known.put(new String(index.key(place), StandardCharsets.UTF_8), index.digest(place));
        assertThat(index.cell(place, 0)).isEqualTo(-index.digest(place));
        assertThat(index.find(index.key(place))).isEqualTo(place);
      }
    }
    assertThat(known).isEqualTo(rows);
  }

  @Test
  void keysThatLookAlikeAreNotTheSame() {
    RowIndex index = new RowIndex(0);
    String hex = "00112233445566778899aabbccddeeff";
    int lower = index.findOrAdd(utf8(hex));
    assertThat(index.findOrAdd(utf8(hex.toUpperCase(java.util.Locale.ROOT)))).isNotEqualTo(lower);
    assertThat(index.findOrAdd(HexFormat.of().parseHex(hex))).isNotEqualTo(lower);
    assertThat(index.find(utf8(""))).isEqualTo(-1);
  }

  /** Half of them as most keys are, half of them any text. */
  private static String key(int number) {
    return number % 2 == 0 ? "%032x".formatted(number * 7_919L) : "row-" + number;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
