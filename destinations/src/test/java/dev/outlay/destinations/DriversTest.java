package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destinations.sql.Drivers;
import dev.outlay.destinations.sql.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
  private static final String URL = "jdbc:extra:";

  @AfterEach
  void noExtras() {
    System.clearProperty(Drivers.EXTRAS);
  }

  @Test
  void aDriverIsFoundInAFolderOfTheExtras(@TempDir Path extras) throws Exception {
    jar(Files.createDirectory(extras.resolve("one")).resolve("driver.jar"));
    System.setProperty(Drivers.EXTRAS, extras.toString());
    try (Connection session = Drivers.connect(URL, new Properties(), "extra-driver")) {
      assertThat(session.getClass().getClassLoader()).isNotEqualTo(getClass().getClassLoader());
    }
  }

  @Test
  void aDriverThatIsNowhereIsSaidWithWhatToDo(@TempDir Path extras) {
    System.setProperty(Drivers.EXTRAS, extras.resolve("none").toString());
    assertThatThrownBy(() -> Drivers.connect(URL, new Properties(), "extra-driver"))
        .isInstanceOfSatisfying(
            SQLException.class,
            e ->
                assertThat(Words.of(e))
                    .isEqualTo(
                        new Words(
                            "its driver is not here",
                            "Put extra-driver.jar into a folder of its own in the folder extras,"
                                + " and run it again.")));
  }

  private static void jar(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + Driver.class.getName()));
      jar.write(ExtraDriver.class.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      String path = ExtraDriver.class.getName().replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry(path));
      try (InputStream in = ExtraDriver.class.getClassLoader().getResourceAsStream(path)) {
        jar.write(in.readAllBytes());
      }
    }
  }
}
