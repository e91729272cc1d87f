package dev.outlay.app;

import dev.outlay.app.setting.Kinds;
import dev.outlay.app.setting.Known;
import dev.outlay.app.setting.Layer;
import dev.outlay.app.setting.Layers;
import dev.outlay.app.setting.Setting;
import dev.outlay.app.setting.Template;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code connections.anthropic}. Without it there is one connection, called default.
 *
 * @param top the settings at the top of the file, which hold for every connection
 */
record WrittenConnections(Flags flags, Map<String, String> environment, Layer top) {
  static final String DEFAULT = "default";
  private static final String KEY_VARIABLE = "ANTHROPIC_ADMIN_KEY";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  static final Setting<String> NAME_SETTING =
      new Setting<>(
          "name",
          Kinds.text("letters, digits, dot, dash and underscore"),
          DEFAULT,
          "What the connection is called, in messages and in the rows.");

  List<ConnectionConfig> read(Written.Fields file) {
    List<Written.Fields> written = listed(file);
    Known known = Known.of(Settings.ofConnection()).among(List.of(NAME_SETTING));
    written.forEach(known::check);
    List<ConnectionConfig> connections =
        written.stream().map(each -> connection(each, written.size() == 1)).toList();
    refuseTwins(connections);
    return connections;
  }

  private static List<Written.Fields> listed(Written.Fields file) {
    return switch (file.fields().get("connections")) {
      case Written.Fields(var kinds, _) -> listed(kinds.get("anthropic"));
      case null, default -> List.of(Written.Fields.NONE);
    };
  }

  private static List<Written.Fields> listed(@Nullable Written listed) {
    return switch (listed) {
      case null -> List.of(Written.Fields.NONE);
      case Written.Items(var items, var place) when !items.isEmpty() ->
          items.stream().map(item -> fields(item, place)).toList();
      default -> throw shape(listed.place());
    };
  }

  private static Written.Fields fields(Written item, String place) {
    if (item instanceof Written.Fields fields) {
      return fields;
    }
    throw shape(place);
  }

  private static WrongUse shape(String place) {
    return new WrongUse(
        place + ": connections.anthropic takes a list whose items begin with '- name: …'");
  }

  private ConnectionConfig connection(Written.Fields written, boolean only) {
    Layer own = Layer.fields(written, new Template(environment));
    String name = new Layers(List.of(own)).get(NAME_SETTING);
    if (!NAME.matcher(name).matches()) {
      throw new WrongUse(
          written.place() + ": a connection's name takes " + NAME_SETTING.kind().accepts());
    }
    return new ConnectionConfig(name, layers(own, only), !written.fields().isEmpty()).checked();
  }

  /** One key in the environment cannot be the key of several organisations. */
  private Layers layers(Layer own, boolean only) {
    Layer variables = Layer.environment(withKey());
    Layer strong =
        setting -> setting.kind().secret() && !only ? Optional.empty() : variables.find(setting);
    return new Layers(List.of(Layer.flags(flags.settings()), strong, own, top, variables));
  }

  private Map<String, String> withKey() {
    Map<String, String> all = new HashMap<>(environment);
    String key = environment.getOrDefault(KEY_VARIABLE, "");
    if (!key.isBlank()) {
      all.put(Settings.API_KEY.variable(), key);
    }
    return all;
  }

  private static void refuseTwins(List<ConnectionConfig> connections) {
    List<String> seen = new ArrayList<>();
    for (ConnectionConfig each : connections) {
      if (seen.contains(each.name())) {
        throw new WrongUse(
            "two connections are called " + each.name() + "; give each a name of its own");
      }
      seen.add(each.name());
    }
  }
}
