package dev.outlay.app;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the program itself is. */
final class Home {
  private Home() {}

  /** The folder above that of its jars. */
  static Path folder() {
    try {
      Path code = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolve("../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
