package dev.outlay.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it down. */
public final class Version implements IVersionProvider {
  /** {@code 0.1.0}. */
  public static String text() {
    try (InputStream file = Version.class.getResourceAsStream("/dev/outlay/app/version")) {
      return file == null
          ? "unknown"
          : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"outlay " + text()};
  }
}
