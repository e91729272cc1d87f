package dev.outlay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept beside the tests; {@code -Dgolden=renew} writes them anew for review. */
public final class Golden {
  private static final boolean RENEW = "renew".equals(System.getProperty("golden"));

  private Golden() {}

  /** The text is what the file holds. */
  public static void check(Path file, String text) {
    try {
      if (RENEW) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertThat(file).as("renew with -Dgolden=renew and review the difference").exists();
      assertThat(text)
          .as("%s; renew with -Dgolden=renew and review the difference", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
