package dev.outlay.cli;

import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.ingest.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the key for a source. */
record SourceKey(Shell shell) {
  private static final String VARIABLE = "ANTHROPIC_ADMIN_KEY";

  /**
   * How the source is reached, under the name it is to have.
   *
   * @throws WrongUse where no key is set
   */
  Function<String, ConnectionConfig> of(Origin origin) {
    if (origin.connection().isPresent() && origin.key().isEmpty() && origin.baseUrl().isEmpty()) {
      ConnectionConfig known = shell.app().config().connection(origin.connection().get());
      return _ -> known;
    }
    List<ConnectionConfig> only = shell.app().config().connections();
    if (origin.equals(Origin.USUAL) && only.size() == 1 && only.getFirst().isMeant()) {
      return _ -> only.getFirst();
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("api_key", key(origin));
    origin.baseUrl().ifPresent(url -> settings.put("base_url", url));
    return name -> shell.app().config().onceOnly(origin.connection().orElse(name), settings);
  }

  private String key(Origin origin) {
    return origin
        .key()
        .or(() -> shell.variable(VARIABLE))
        .orElseThrow(() ->
            new WrongUse(
                "no key: set " + VARIABLE + ", or write --source-uri 'anthropic://?api_key=…'"));
  }
}
