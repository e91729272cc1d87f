package dev.outlay.app;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.Setting;
import dev.outlay.app.setting.WrongUse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The variables of the environment that mean something to Outlay. */
final class Variables {
  /** Some belong to the launcher; the key's is Anthropic's own name. */
  private static final List<String> OTHERS =
      List.of(
          "OUTLAY_CONFIG",
          "OUTLAY_DEBUG",
          "OUTLAY_JAVA_HOME",
          "OUTLAY_JAVA_OPTIONS",
          "OUTLAY_JDKS");

  private Variables() {}

  static List<String> all() {
    return Stream.concat(
            Stream.concat(Settings.ofProgram().stream(), Settings.ofConnection().stream())
                .map(Setting::variable),
            OTHERS.stream())
        .toList();
  }

  /** What is nearly one of ours is a slip; what is not is somebody else's, or a key's own name. */
  static void check(Map<String, String> environment) {
    List<String> known = all();
    for (String name : environment.keySet()) {
      if (name.startsWith("OUTLAY_") && !known.contains(name)) {
        Nearest.slip(name, known)
            .ifPresent(meant -> {
              throw new WrongUse(
                  "the environment variable "
                      + name
                      + " is not a setting; did you mean "
                      + meant
                      + "?");
            });
      }
    }
  }
}
