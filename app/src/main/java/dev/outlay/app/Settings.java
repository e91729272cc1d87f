package dev.outlay.app;

import dev.outlay.admin.AdminSettings;
import dev.outlay.app.setting.Kind;
import dev.outlay.app.setting.Kinds;
import dev.outlay.app.setting.Setting;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.schedule.Rhythms;
import dev.outlay.vault.SecretKey;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every setting there is, declared once. */
final class Settings {
  private static final String CUTS =
      "names of cuts ("
          + String.join(", ", Cuts.NAMES)
          + ") or own lists of at most five dimensions";

  private static final Kind<SecretKey> SECRET =
      new Kind<>(
          "32 random bytes in base64 (openssl rand -base64 32)",
          Kind.<SecretKey>text("", Settings::secret).parse(),
          true);
  private static final Kind<Duration> INTERVAL =
      Kinds.duration(Duration.ofSeconds(30), Duration.ofDays(7));

  static final Setting<Path> STORE =
      new Setting<>(
          "store",
          Kinds.path(),
          "",
          "The store's file; without it `outlay.duckdb` in the data folder"
              + " (`$XDG_DATA_HOME/outlay` or `~/.local/share/outlay`).");
  static final Setting<Integer> MEMORY =
      new Setting<>(
          "memory_mb",
          Kinds.number(32, 1_000_000),
          "",
          "How much memory the store's engine may take, in megabytes: without it 256 for `serve` and"
              + " `demo`, 112 for everything else. More makes large questions faster.");
  static final Setting<Instant> NOW =
      new Setting<>(
          "now",
          Kinds.instant(),
          "",
          "Fixes the clock, so that a run can be repeated exactly; for tests and for proofs.");

  static final Setting<Path> PRICES =
      new Setting<>(
          "prices",
          Kinds.path(),
          "",
          "A price file of your own, with dated prices and a contract discount; what it says comes"
              + " before what is shipped.");

  static final Setting<Path> EXTRAS =
      new Setting<>(
          "extras",
          Kinds.path(),
          "",
          "The folder with further destinations and drivers, each in a folder of its own; without it"
              + " `extras` beside the program.");

  static final Setting<String> HOST =
      new Setting<>(
          "host",
          Kinds.text("a name or an address of this machine"),
          "127.0.0.1",
          "Where `outlay serve` listens; anything but this machine alone takes sign-in.");
  static final Setting<Integer> PORT =
      new Setting<>(
          "port",
          Kinds.number(0, 65_535),
          "8080",
          "The port `outlay serve` listens at; 0 takes any that is free.");
  static final Setting<Path> TLS_CERTIFICATE =
      new Setting<>(
          "tls.certificate",
          Kinds.path(),
          "",
          "A PEM file with the certificate of `outlay serve` and the chain behind it; with it, it"
              + " speaks HTTPS alone.");
  static final Setting<Path> TLS_KEY =
      new Setting<>("tls.key", Kinds.path(), "", "A PEM file with the certificate's key (PKCS#8).");
  static final Setting<Set<String>> TRUSTED_PROXIES =
      new Setting<>(
          "trusted_proxies",
          Kinds.words("a list of addresses and networks such as 10.0.0.0/8"),
          "",
          "Proxies whose `Forwarded` or `X-Forwarded-…` headers are believed.");

  static final Setting<SecretKey> SECRET_KEY =
      new Setting<>(
          "secret_key",
          SECRET,
          "",
          "Seals the Admin keys that are added in the page: 32 random bytes in base64, made by"
              + " `openssl rand -base64 32`; no passphrase. Without it the secret key is in a file"
              + " beside the store (`outlay.duckdb.key`), which is made when it is first needed.");
  static final Setting<SecretKey> SECRET_KEY_BEFORE =
      new Setting<>(
          "secret_key_before",
          SECRET,
          "",
          "The secret key of before, while `outlay connections rekey` seals all keys anew.");
  static final Map<String, Setting<Duration>> EVERY = every();
  static final Setting<Duration> EVERY_OTHER_CUTS =
      new Setting<>(
          "schedule.other_cuts",
          INTERVAL,
          "1h",
          "How often the cuts of usage_report beyond the first of each width are collected.");

  static final Setting<String> API_KEY =
      new Setting<>(
          "api_key",
          Kinds.secret("an Admin key"),
          "",
          "The Admin key (`sk-ant-admin…`) of the organisation. Better not written here but as"
              + " `\"{{ env_var('ANTHROPIC_ADMIN_KEY') }}\"`.");
  static final Setting<URI> BASE_URL =
      new Setting<>(
          "base_url", Kinds.url(), AdminSettings.ANTHROPIC.toString(), "Where the Admin API is.");
  static final Setting<String> VERSION =
      new Setting<>(
          "anthropic_version",
          Kinds.text("a version such as " + AdminSettings.NEWEST_VERSION),
          AdminSettings.NEWEST_VERSION,
          "The version of the API that is asked for.");
  static final Setting<Duration> TIMEOUT =
      new Setting<>(
          "timeout",
          Kinds.duration(),
          "60s",
          "How long the server may be silent, at connecting and between two bytes.");
  static final Setting<Integer> ATTEMPTS =
      new Setting<>(
          "attempts",
          Kinds.number(1, 20),
          "5",
          "How often a request that failed in passing is tried.");
  static final Setting<InetSocketAddress> PROXY =
      new Setting<>("proxy", Kinds.proxy(), "", "The HTTP proxy to go through.");
  static final Setting<Set<String>> DATASETS =
      new Setting<>(
          "datasets",
          Kinds.words("a list of datasets (`outlay datasets` shows them)"),
          "",
          "What is collected; without it everything.");
  static final Setting<Integer> LOOKBACK_DAYS =
      new Setting<>(
          "lookback_days",
          Kinds.number(1, 3650),
          "365",
          "How many days back the first run reaches, of all that has days.");
  static final Map<String, Setting<Set<String>>> FILTERS =
      Map.of(
          "models[]", filter("models", "models"),
          "workspace_ids[]", filter("workspaces", "workspace ids"),
          "api_key_ids[]", filter("api_keys", "API key ids"));

  static final List<UsageSettings> USAGE =
      List.of(
          usage("1d", "365d", "spend,place,who"),
          usage("1h", "30d", "spend"),
          usage("1m", "2d", "limits"));

  /**
   * One width of the usage report.
   *
   * @param width its name
   */
  record UsageSettings(
      String width, Setting<Duration> lookback, Setting<List<List<String>>> cuts) {}

  private Settings() {}

  /** What holds for the whole program. */
  static List<Setting<?>> ofProgram() {
    return Stream.of(
            Stream.of(STORE, MEMORY, NOW, PRICES, EXTRAS, SECRET_KEY, SECRET_KEY_BEFORE),
            Stream.of(HOST, PORT, TLS_CERTIFICATE, TLS_KEY, TRUSTED_PROXIES),
            EVERY.values().stream(),
            Stream.of(EVERY_OTHER_CUTS),
            SignInSettings.all().stream())
        .<Setting<?>>flatMap(each -> each)
        .toList();
  }

  /** What holds for one connection; written at the top of the file it holds for all of them. */
  static List<Setting<?>> ofConnection() {
    return Stream.of(
            Stream.of(API_KEY, BASE_URL, VERSION, TIMEOUT, ATTEMPTS, PROXY),
            Stream.of(DATASETS, LOOKBACK_DAYS),
            USAGE.stream().flatMap(each -> Stream.of(each.lookback(), each.cuts())),
            FILTERS.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue))
        .<Setting<?>>flatMap(each -> each)
        .toList();
  }

  private static Map<String, Setting<Duration>> every() {
    Map<String, Setting<Duration>> every = new LinkedHashMap<>();
    for (Dataset dataset : Datasets.ALL) {
      every.put(
          dataset.name(),
          new Setting<>(
              "schedule." + dataset.name(),
              INTERVAL,
              Kinds.written(Rhythms.USUAL.expected(dataset.name())),
              "How often `" + dataset.name() + "` is collected while `outlay serve` runs."));
    }
    return every;
  }

  private static Optional<SecretKey> secret(String text) {
    try {
      return Optional.of(SecretKey.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static UsageSettings usage(String width, String lookback, String cuts) {
    return new UsageSettings(
        width,
        new Setting<>(
            "usage." + width + ".lookback",
            Kinds.duration(),
            lookback,
            "How far back the usage report is collected in buckets of " + width + "."),
        new Setting<>(
            "usage." + width + ".cuts",
            Kinds.lists(CUTS),
            cuts,
            "What it is grouped by in buckets of "
                + width
                + ": "
                + CUTS
                + "; an empty list (`none` in the environment) leaves these buckets out."));
  }

  private static Setting<Set<String>> filter(String name, String what) {
    return new Setting<>(
        "filters." + name,
        Kinds.words("a list of " + what),
        "",
        "Only these " + what + " are collected; without it all.");
  }
}
