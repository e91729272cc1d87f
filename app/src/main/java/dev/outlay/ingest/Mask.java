package dev.outlay.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One text column that arrives unreadable: {@code email:hash}.
 *
 * @param column as it would arrive
 * @param how what is done to its cells; null stays null
 */
record Mask(String column, How how) {
  private enum How {
    HASH("hash"),
    SHA256("sha256"),
    REDACT("redact");

    private final String word;

    How(String word) {
      this.word = word;
    }
  }

  private static final String REDACTED = "REDACTED";
  private static final List<String> WORDS = List.of("hash", "sha256", "redact");

  static Mask of(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2 || parts[0].isBlank()) {
      throw new WrongUse("--mask takes column:hash or column:redact, not " + text);
    }
    return new Mask(parts[0].strip(), how(parts[1].strip()));
  }

  private static How how(String word) {
    for (How how : How.values()) {
      if (how.word.equals(word)) {
        return how;
      }
    }
    throw new WrongUse(
        "--mask knows no "
            + word
            + Nearest.guess(word, WORDS)
            + "; there are "
            + String.join(", ", WORDS));
  }

  Form on(Form form) {
    Column masked = form.made(column).orElseThrow(() -> unknown(form)).column();
    if (masked.type() != Type.Plain.TEXT) {
      throw new WrongUse("--mask: " + column + " holds no text");
    }
    if (masked.key() && how == How.REDACT) {
      throw new WrongUse("--mask: " + column + " tells rows apart; it can be hashed only");
    }
    return form.each(part -> part.column().name().equals(column) ? part.then(change()) : part);
  }

  private WrongUse unknown(Form form) {
    List<String> names = form.parts().stream().map(part -> part.column().name()).toList();
    return new WrongUse(
        "--mask: " + form.source() + " has no column " + column + Nearest.hint(column, names));
  }

  private UnaryOperator<Object> change() {
    return how == How.REDACT ? _ -> REDACTED : Mask::hashed;
  }

  private static Object hashed(Object text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
