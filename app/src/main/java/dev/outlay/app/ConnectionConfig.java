package dev.outlay.app;

import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.app.setting.Layer;
import dev.outlay.app.setting.Layers;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.connection.FromFile;
import dev.outlay.connection.Usual;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One organisation's settings, under a name. The key is read when it is needed, not before. */
public final class ConnectionConfig {
  private final String name;
  private final Layers layers;
  private final boolean written;

  /**
   * One of that name.
   *
   * @param written whether the file has it, or it is there by itself
   */
  ConnectionConfig(String name, Layers layers, boolean written) {
    this.name = name;
    this.layers = layers;
    this.written = written;
  }

  /** One that is set up by the program itself and hears of no file or environment. */
  public static ConnectionConfig of(String name, Map<String, String> settings) {
    return new ConnectionConfig(name, new Layers(List.of(Layer.flags(settings))), true).checked();
  }

  public String name() {
    return name;
  }

  /**
   * How it is reached.
   *
   * @throws WrongUse where no key is set
   * @throws dev.outlay.failure.Failure.Refused where the key is of the wrong kind
   */
  public AdminSettings admin() {
    return admin(key());
  }

  /** What holds for connections that are made elsewhere than in the file. */
  Usual usual() {
    return new Usual(admin(Usual.NO_KEY), selection());
  }

  /** Whether somebody set it up: in the file, or by a key in the environment. */
  public boolean isMeant() {
    return written || layers.find(Settings.API_KEY).isPresent();
  }

  /** As one of all connections there are. */
  FromFile fromFile() {
    return new FromFile(name, shown(), shownUrl(), selection(), this::reached);
  }

  private AdminSettings reached() {
    try {
      return admin();
    } catch (WrongUse e) {
      throw new Failure.Refused(
          Attempt.to("reading the key", name, ""),
          String.valueOf(e.getMessage()),
          "Set it and start again.");
    }
  }

  /** A key of the wrong kind is told of when it is used. */
  private String shown() {
    try {
      return shownKey();
    } catch (WrongUse | Failure.Refused _) {
      return "none";
    }
  }

  private AdminSettings admin(ApiKey key) {
    return new AdminSettings(
        name,
        key,
        layers.get(Settings.BASE_URL),
        layers.get(Settings.VERSION),
        layers.get(Settings.TIMEOUT),
        layers.get(Settings.ATTEMPTS),
        layers.find(Settings.PROXY));
  }

  /** What is collected when the command line asks for nothing special. */
  public Selection selection() {
    return new Selection(
        Names.datasets(layers.find(Settings.DATASETS).orElse(Set.of())),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Duration.ofDays(layers.get(Settings.LOOKBACK_DAYS)),
        usage(),
        filters());
  }

  /** The key as messages show it. */
  public String shownKey() {
    return layers
        .find(Settings.API_KEY)
        .map(text -> ApiKey.of(name, text).toString())
        .orElse("none");
  }

  /** Where it goes. */
  public URI shownUrl() {
    return layers.get(Settings.BASE_URL);
  }

  /** WrongUse where any setting but the key cannot be understood. */
  ConnectionConfig checked() {
    Settings.ofConnection().stream()
        .filter(setting -> !setting.kind().secret())
        .forEach(layers::find);
    selection();
    return this;
  }

  private ApiKey key() {
    return layers
        .find(Settings.API_KEY)
        .map(text -> ApiKey.of(name, text))
        .orElseThrow(() ->
            new WrongUse(
                "connection "
                    + name
                    + " has no key: set ANTHROPIC_ADMIN_KEY, or api_key in the"
                    + " configuration file; without a key of your own, try outlay demo"));
  }

  private Map<String, Selection.Usage> usage() {
    Map<String, Selection.Usage> usage = new HashMap<>();
    for (Settings.UsageSettings each : Settings.USAGE) {
      usage.put(
          each.width(),
          new Selection.Usage(
              layers.get(each.lookback()),
              Cuts.dimensions(each.cuts().name(), layers.get(each.cuts()))));
    }
    return usage;
  }

  private Map<String, Set<String>> filters() {
    Map<String, Set<String>> filters = new HashMap<>();
    Settings.FILTERS.forEach((parameter, setting) ->
        layers
            .find(setting)
            .filter(values -> !values.isEmpty())
            .ifPresent(values -> filters.put(parameter, values)));
    return filters;
  }
}
