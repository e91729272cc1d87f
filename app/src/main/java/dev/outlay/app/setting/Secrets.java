package dev.outlay.app.setting;

import java.util.regex.Pattern;

/**
 * Hides what looks like a key: people paste keys where none belongs, and we repeat what they say.
 */
public final class Secrets {
  private static final Pattern KEY =
      Pattern.compile("(sk-ant-[a-z]*)[A-Za-z0-9_-]*?([A-Za-z0-9_-]{0,4})(?![A-Za-z0-9_…-])");

  private static final Pattern TOKEN = Pattern.compile("(outlay_)[0-9a-f]+?([0-9a-f]{0,4})\\b");

  private Secrets() {}

  /** The text with every key as {@code sk-ant-admin…last4}. */
  public static String mask(String text) {
    return TOKEN.matcher(KEY.matcher(text).replaceAll("$1…$2")).replaceAll("$1…$2");
  }
}
