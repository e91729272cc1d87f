package dev.outlay.app;

import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.app.setting.Layer;
import dev.outlay.app.setting.Layers;
import dev.outlay.app.setting.WrongUse;
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

  ConnectionConfig(String name, Layers layers) {
    this.name = name;
    this.layers = layers;
  }

  /** One that is set up by the program itself and hears of no file or environment. */
  public static ConnectionConfig of(String name, Map<String, String> settings) {
    return new ConnectionConfig(name, new Layers(List.of(Layer.flags(settings)))).checked();
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
    return new AdminSettings(
        name,
        key(),
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
