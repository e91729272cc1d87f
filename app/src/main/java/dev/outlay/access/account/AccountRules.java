package dev.outlay.access.account;

import dev.outlay.access.Denied;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names, addresses and passwords have to be like. */
public final class AccountRules {
  private static final int LEAST = 12;
  private static final int MOST = 1024;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}\\p{M} ]{1,64}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");

  private AccountRules() {}

  /** The name as it is kept. */
  public static String name(String text) {
    String name = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    ensure(NAME.matcher(name).matches(), "a name has 1 to 64 letters, digits or signs");
    return name;
  }

  /** What makes two names the same. */
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  public static Optional<String> email(Optional<String> text) {
    Optional<String> email = text.map(String::strip).filter(each -> !each.isEmpty());
    ensure(
        email.filter(each -> !EMAIL.matcher(each).matches()).isEmpty(),
        "an e-mail address is written name@domain");
    return email;
  }

  /** Denied where it is too easy to guess; what it is made of is nobody's business. */
  public static void password(String password, String name, Optional<String> email) {
    int length = password.codePointCount(0, password.length());
    ensure(length >= LEAST, "a password has at least " + LEAST + " characters");
    ensure(length <= MOST, "a password has at most " + MOST + " characters");
    String key = key(password);
    ensure(
        !key.equals(key(name)) && email.filter(each -> key.equals(key(each))).isEmpty(),
        "the name is no password");
  }

  private static void ensure(boolean right, String rule) {
    if (!right) {
      throw new Denied.Unfit(rule, "");
    }
  }
}
