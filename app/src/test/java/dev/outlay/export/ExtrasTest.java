package dev.outlay.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.DestinationKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtrasTest {
  /** What an asking leaves behind would grow with every passage while it serves. */
  @Test
  void aFolderIsLoadedOnceHoweverOftenItIsAskedFor(@TempDir Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("own"));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jars.resolve("o.jar")))) {
      jar.putNextEntry(new JarEntry("mark"));
    }
    List<ClassLoader> first = Extras.loaders(folder);
    assertThat(first).hasSize(1);
    assertThat(Extras.loaders(folder)).isEqualTo(first);
    try (InputStream mark = first.getFirst().getResourceAsStream("mark")) {
      assertThat(Objects.requireNonNull(mark).readAllBytes()).isEmpty();
    }
  }

  @Test
  void withoutAFolderThereIsWhatTheProgramHas() {
    assertThat(new Extras(Path.of("there is none")).kinds().all())
        .extracting(DestinationKind::name)
        .contains("PostgreSQL")
        .doesNotHaveDuplicates();
  }
}
