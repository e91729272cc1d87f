package dev.outlay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void aPageOfTwoHundredMegabytesPassesThroughFortyEight() throws Exception {
    Process child = child("-Xmx48m");
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
  }

  private static Process child(String heap) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String own = System.getProperty("java.class.path");
    String classes = System.getProperty("surefire.test.class.path", own);
    return new ProcessBuilder(
            List.of(java, heap, "-XX:+UseSerialGC", "-cp", classes, LargePage.class.getName()))
        .redirectErrorStream(true)
        .start();
  }
}
