package dev.outlay.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes, plain and as browsers like them better, with one tag for all.
 *
 * @param type their media type
 * @param tag changes with every byte, or empty where nobody should ask again with it
 * @param forms by the name of their encoding, the best first; the plain one is called identity
 */
record Encoded(String type, Optional<String> tag, Map<String, byte[]> forms) {
  static final String PLAIN = "identity";
  private static final int WORTH_IT = 1024;

  /** One way to send it. */
  @SuppressWarnings("ArrayRecordComponent") // sent once, compared never
  record Form(String encoding, byte[] bytes) {}

  /** Zipped too, where that makes it smaller. */
  static Encoded of(String type, Optional<String> tag, byte[] bytes) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    if (bytes.length >= WORTH_IT) {
      forms.put("gzip", zipped(bytes));
    }
    forms.put(PLAIN, bytes);
    return new Encoded(type, tag, forms);
  }

  /** The best form for whoever accepts these encodings. */
  Form form(String accepts) {
    return forms.entrySet().stream()
        .filter(each -> !each.getKey().equals(PLAIN) && accepted(accepts, each.getKey()))
        .findFirst()
        .map(each -> new Form(each.getKey(), each.getValue()))
        .orElseGet(() -> new Form(PLAIN, forms.getOrDefault(PLAIN, new byte[0])));
  }

  long size() {
    return forms.values().stream().mapToLong(each -> each.length).sum();
  }

  static boolean accepted(String accepts, String encoding) {
    return Arrays.stream(accepts.split(","))
        .map(String::strip)
        .anyMatch(each ->
            each.split(";")[0].strip().equalsIgnoreCase(encoding)
                && !each.replace(" ", "").matches(".*;q=0(\\.0*)?"));
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
