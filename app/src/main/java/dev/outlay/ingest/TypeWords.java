package dev.outlay.ingest;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.table.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as ingestr spells them. */
final class TypeWords {
  private static final int MOST_DIGITS = 38;
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),\\s*(\\d{1,2})\\)");
  private static final Map<String, Type> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("bigint", Type.Plain.INTEGER);
    WORDS.put("int", Type.Plain.INTEGER);
    WORDS.put("string", Type.Plain.TEXT);
    WORDS.put("text", Type.Plain.TEXT);
    WORDS.put("boolean", Type.Plain.BOOLEAN);
    WORDS.put("date", Type.Plain.DATE);
    WORDS.put("timestamp", Type.Plain.INSTANT);
    WORDS.put("json", Type.Plain.JSON);
  }

  private TypeWords() {}

  static Type type(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    Matcher decimal = DECIMAL.matcher(word);
    if (decimal.matches()) {
      return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    String plain = word.startsWith("varchar(") ? "text" : word;
    return WORDS.computeIfAbsent(plain, TypeWords::unknown);
  }

  private static Type decimal(int precision, int scale) {
    if (precision == 0 || precision > MOST_DIGITS || scale > precision) {
      throw new WrongUse("--columns: a decimal has 1 to 38 digits, some of them behind the point");
    }
    return new Type.Decimal(precision, scale);
  }

  private static Type unknown(String word) {
    if (List.of("double", "float").contains(word)) {
      throw new WrongUse("--columns: " + word + " is not exact and not offered; decimal(38,18) is");
    }
    throw new WrongUse(
        "--columns: there is no type "
            + word
            + Nearest.guess(word, WORDS.keySet())
            + "; there are "
            + String.join(", ", WORDS.keySet())
            + " and decimal(p,s)");
  }
}
