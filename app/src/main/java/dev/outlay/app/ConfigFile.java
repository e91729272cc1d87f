package dev.outlay.app;

import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.app.setting.YamlFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads {@code outlay.yml}. */
final class ConfigFile {
  private static final String NAME = "outlay.yml";

  private ConfigFile() {}

  /** The one that was named, or else the one here, or else the one of the user. */
  static Optional<Path> find(Flags flags, Folders folders) {
    return flags
        .config()
        .or(() -> Optional.ofNullable(folders.environment().get("OUTLAY_CONFIG")))
        .filter(text -> !text.isBlank())
        .map(folders::named)
        .or(() ->
            Stream.of(folders.workFolder().resolve(NAME), folders.config().resolve(NAME))
                .filter(Files::exists)
                .findFirst());
  }

  static Written.Fields read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return new YamlFile(name).read(Files.readString(file));
    } catch (NoSuchFileException _) {
      throw new WrongUse("there is no configuration file " + file);
    } catch (CharacterCodingException _) {
      throw new WrongUse(file + " is not text in UTF-8");
    } catch (IOException _) {
      throw new WrongUse("the configuration file " + file + " cannot be read");
    }
  }
}
