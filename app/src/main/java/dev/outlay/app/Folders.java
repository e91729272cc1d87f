package dev.outlay.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where files go when nobody says otherwise: the XDG folders.
 *
 * @param environment where their names come from
 * @param workFolder what file names on the command line start from
 */
record Folders(Map<String, String> environment, Path workFolder) {
  Path data() {
    return folder("XDG_DATA_HOME", ".local/share");
  }

  Path cache() {
    return folder("XDG_CACHE_HOME", ".cache");
  }

  Path config() {
    return folder("XDG_CONFIG_HOME", ".config");
  }

  Path home() {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
  }

  /** The file a person named: {@code ~} is the home folder. */
  Path named(String text) {
    return text.startsWith("~/")
        ? home().resolve(text.substring(2))
        : workFolder.resolve(text).normalize();
  }

  /** The standard asks that a folder that is not absolute be ignored. */
  private Path folder(String variable, String otherwise) {
    return Optional.ofNullable(environment.get(variable))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> home().resolve(otherwise))
        .resolve("outlay");
  }
}
