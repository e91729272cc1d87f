package dev.outlay.app;

import dev.outlay.admin.AdminSettings;
import dev.outlay.app.setting.Kinds;
import dev.outlay.app.setting.Setting;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every setting there is, declared once. */
final class Settings {
  private static final String CUTS =
      "names of cuts ("
          + String.join(", ", Cuts.NAMES)
          + ") or own lists of at most five dimensions";

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
          "112",
          "How much memory the store's engine may take, in megabytes; more than it needs makes large"
              + " questions faster.");
  static final Setting<Instant> NOW =
      new Setting<>(
          "now",
          Kinds.instant(),
          "",
          "Fixes the clock, so that a run can be repeated exactly; for tests and for proofs.");

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
            List.<Setting<?>>of(STORE, MEMORY, NOW),
            List.<Setting<?>>of(HOST, PORT, TLS_CERTIFICATE, TLS_KEY, TRUSTED_PROXIES),
            SignInSettings.all())
        .flatMap(List::stream)
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
