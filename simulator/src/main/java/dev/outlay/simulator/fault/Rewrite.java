package dev.outlay.simulator.fault;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that arrive whole and are wrong inside; the argument is a field's name or a number. */
public enum Rewrite {
  /** A text becomes an object, anything else a text. */
  WRONG_TYPE("output_tokens") {
    @Override
    void apply(Document document, String argument) {
      document.each(
          argument,
          (map, name) ->
              map.put(name, map.get(name) instanceof String ? Map.of() : "not what it was"));
    }
  },
  MISSING("output_tokens") {
    @Override
    void apply(Document document, String argument) {
      document.each(argument, Map::remove);
    }
  },
  NULL("output_tokens") {
    @Override
    void apply(Document document, String argument) {
      document.each(argument, (map, name) -> map.put(name, null));
    }
  },
  AMOUNT("12.5abc") {
    @Override
    void apply(Document document, String argument) {
      document.each("amount", (map, name) -> map.put(name, argument));
    }
  },
  AMOUNT_LONG("1.1234567890123456789") {
    @Override
    void apply(Document document, String argument) {
      AMOUNT.apply(document, argument);
    }
  },
  AMOUNT_HUGE("98765432109876543210987654321098765432109876543210.5") {
    @Override
    void apply(Document document, String argument) {
      AMOUNT.apply(document, argument);
    }
  },
  COUNT_HUGE("9223372036854775808") {
    @Override
    void apply(Document document, String argument) {
      document.each("output_tokens", (map, name) -> map.put(name, new BigDecimal(argument)));
    }
  },
  EXTRA("a_field_from_the_future") {
    @Override
    void apply(Document document, String argument) {
      document.objects(map -> map.put(argument, Map.of("nested", List.of(BigDecimal.ONE))));
    }
  },
  EMPTY_BUCKETS("") {
    @Override
    void apply(Document document, String argument) {
      document.rows(_ -> List.of());
    }
  },
  EMPTY_DATA("") {
    @Override
    void apply(Document document, String argument) {
      document.put("data", List.of());
      end(document);
    }
  },
  MISSING_BUCKETS("1") {
    @Override
    void apply(Document document, String argument) {
      List<@Nullable Object> data = document.data();
      int left = Math.max(0, data.size() - Integer.parseInt(argument));
      document.put("data", new ArrayList<>(data.subList(0, left)));
    }
  },
  BUCKET_TWICE("") {
    @Override
    void apply(Document document, String argument) {
      List<@Nullable Object> data = document.data();
      data.addAll(0, data.subList(0, Math.min(1, data.size())).stream().toList());
    }
  },
  ROWS_TWICE("") {
    @Override
    void apply(Document document, String argument) {
      document.rows(rows -> {
        List<@Nullable Object> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        return twice;
      });
    }
  },
  TWO_VALUES("") {
    @Override
    void apply(Document document, String argument) {
      document.rows(Rewrite::withASecondTruth);
    }
  },
  MORE_WITHOUT_CURSOR("") {
    @Override
    void apply(Document document, String argument) {
      document.put("has_more", true);
      document.put(document.has("last_id") ? "last_id" : "next_page", null);
    }
  },
  CURSOR_WITHOUT_MORE("page_bm93aGVyZQ==") {
    @Override
    void apply(Document document, String argument) {
      document.put("has_more", false);
      document.put("next_page", argument);
    }
  };

  private final String standard;

  Rewrite(String standard) {
    this.standard = standard;
  }

  abstract void apply(Document document, String argument);

  /** What it works on when the script does not say. */
  String standard() {
    return standard;
  }

  /** As in scripts. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void end(Document document) {
    document.put("next_page", null);
    if (document.has("has_more")) {
      document.put("has_more", false);
    }
  }

  private static List<@Nullable Object> withASecondTruth(List<@Nullable Object> rows) {
    List<@Nullable Object> more = new ArrayList<>(rows);
    if (!rows.isEmpty() && rows.getFirst() instanceof Map<?, ?> first) {
      Map<String, @Nullable Object> other = Document.copy(first);
      if (other.replace("output_tokens", new BigDecimal(4_711)) == null) {
        other.put("amount", "4711.5");
      }
      more.add(other);
    }
    return more;
  }
}
