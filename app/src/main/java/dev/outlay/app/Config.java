package dev.outlay.app;

import dev.outlay.app.setting.Known;
import dev.outlay.app.setting.Layer;
import dev.outlay.app.setting.Layers;
import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.Template;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.app.setting.YamlFile;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.connection.FromFile;
import dev.outlay.connection.Usual;
import dev.outlay.dashboard.Dashboard;
import dev.outlay.dashboard.Dashboard.ManagedIn;
import dev.outlay.dashboard.DashboardFields;
import dev.outlay.dashboard.WidgetRules;
import dev.outlay.export.Named;
import dev.outlay.schedule.Rhythms;
import dev.outlay.server.Address;
import dev.outlay.server.Binding;
import dev.outlay.server.Networks;
import dev.outlay.server.Tls;
import dev.outlay.vault.KeyFile;
import dev.outlay.vault.SecretKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that is set: by flags before the environment before {@code outlay.yml}. Everything is checked
 * when it is read, except keys, which nobody needs to have who only asks the store.
 */
public final class Config {
  private static final String DASHBOARDS = "dashboards";

  private final Layers layers;
  private final Folders folders;
  private final Optional<Path> file;
  private final List<ConnectionConfig> connections;
  private final List<Dashboard> dashboards;
  private final List<Named> destinations;
  private final UnaryOperator<String> addresses;

  private Config(
      Layers layers,
      Folders folders,
      Optional<Path> file,
      List<ConnectionConfig> connections,
      List<Dashboard> dashboards,
      List<Named> destinations,
      UnaryOperator<String> addresses) {
    this.layers = layers;
    this.folders = folders;
    this.file = file;
    this.connections = connections;
    this.dashboards = dashboards;
    this.destinations = destinations;
    this.addresses = addresses;
  }

  /** The environment of this process; the only place that asks for it. */
  public static Map<String, String> environment() {
    return System.getenv();
  }

  /**
   * Reads it all.
   *
   * @param workFolder what relative file names start from
   * @throws WrongUse in one line, when something cannot be understood
   */
  public static Config read(Flags flags, Map<String, String> environment, Path workFolder) {
    Variables.check(environment);
    Folders folders = new Folders(environment, workFolder);
    Optional<Path> file = ConfigFile.find(flags, folders);
    Written.Fields fields =
        BruinFile.settings(file.map(ConfigFile::read).orElse(Written.Fields.NONE));
    Known.of(Settings.ofProgram())
        .among(
            Settings.ofConnection(),
            Stream.concat(
                    Stream.of("connections.anthropic", DASHBOARDS, WrittenDestinations.PART),
                    BruinFile.settings())
                .toArray(String[]::new))
        .check(fields);
    Layer top = Layer.fields(fields, new Template(environment));
    Layers layers =
        new Layers(List.of(Layer.flags(flags.settings()), Layer.environment(environment), top));
    Settings.ofProgram().stream().filter(setting -> !setting.kind().secret()).forEach(layers::find);
    BruinFile bruin = new BruinFile(environment, path -> folders.named(path).toString());
    UnaryOperator<String> addresses = name -> bruin.address(fields, name).orElse(name);
    return new Config(
        layers,
        folders,
        file,
        new WrittenConnections(flags, environment, top).read(fields),
        dashboards(fields),
        new WrittenDestinations(environment)
            .read(fields.fields().get(WrittenDestinations.PART)).stream()
                .map(each -> each.at(addresses.apply(each.to())))
                .toList(),
        addresses);
  }

  private static List<Dashboard> dashboards(Written.Fields fields) {
    return Optional.ofNullable(fields.fields().get(DASHBOARDS))
        .map(new DashboardFields(ManagedIn.FILE, new WidgetRules(Everything.CATALOGUE))::read)
        .orElse(List.of());
  }

  /**
   * The same for the demo: a store of its own, one organisation, and its server for whoever adds
   * another.
   */
  Config demo(ConnectionConfig only) {
    Layer own =
        Layer.flags(
            Map.of("store", demoStore().toString(), "base_url", only.shownUrl().toString()));
    return new Config(
        layers.under(own), folders, file, List.of(only), demoDashboards(), List.of(), addresses);
  }

  private static List<Dashboard> demoDashboards() {
    try (InputStream in = Config.class.getResourceAsStream("demo-dashboards.yml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return dashboards(new YamlFile("demo-dashboards.yml").read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The store's file. */
  public Path store() {
    return layers
        .find(Settings.STORE)
        .map(path -> folders.named(path.toString()))
        .orElseGet(() -> folders.data().resolve("outlay.duckdb"));
  }

  /** Where the demo keeps a store of its own. */
  public Path demoStore() {
    return folders.cache().resolve("demo").resolve("demo.duckdb");
  }

  /** The folder of that file, where it is one of ours to make. */
  Optional<Path> ownFolder(Path file) {
    return Optional.ofNullable(file.getParent())
        .filter(folder -> folder.startsWith(folders.data()) || folder.startsWith(folders.cache()));
  }

  /** Those that the file describes. */
  public List<Dashboard> dashboards() {
    return dashboards;
  }

  /** The places that are kept current. */
  public List<Named> destinations() {
    return destinations;
  }

  /** The address of a destination that is set up under that name, or else the text itself. */
  String address(String to) {
    return destinations.stream()
        .filter(each -> each.name().equals(to))
        .map(Named::to)
        .findFirst()
        .orElseGet(() -> addresses.apply(to));
  }

  /** A connection that somebody names for this once. */
  public ConnectionConfig onceOnly(String name, Map<String, String> settings) {
    return new ConnectionConfig(name, layers.under(Layer.flags(settings)), true).checked();
  }

  /** Where further destinations and drivers are. */
  Path extras() {
    return layers
        .find(Settings.EXTRAS)
        .map(this::named)
        .orElseGet(() -> Home.folder().resolve("extras"));
  }

  /** What the store may take, where somebody said so. */
  public Optional<Integer> memoryMegabytes() {
    return layers.find(Settings.MEMORY);
  }

  /** The price file of one's own. */
  Optional<Path> prices() {
    return layers.find(Settings.PRICES).map(path -> folders.named(path.toString()));
  }

  /** The time that holds instead of the clock's. */
  public Optional<Instant> now() {
    return layers.find(Settings.NOW);
  }

  /** How to be reached; host and port may be said otherwise for this once. */
  public Binding binding(Optional<String> host, Optional<Integer> port) {
    Address address =
        new Address(
            host.orElseGet(() -> layers.get(Settings.HOST)),
            port.orElseGet(() -> layers.get(Settings.PORT)));
    return new Binding(
        address,
        tls(),
        layers.find(Settings.TRUSTED_PROXIES).map(Networks::of).orElse(Networks.NONE));
  }

  /** Who has to sign in, and how. */
  SignInConfig signIn() {
    return new SignInConfig(layers);
  }

  private Optional<Tls> tls() {
    Optional<Path> certificate = layers.find(Settings.TLS_CERTIFICATE);
    Optional<Path> key = layers.find(Settings.TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new WrongUse("tls.certificate and tls.key go together");
    }
    return certificate.flatMap(first -> key.map(second -> new Tls(named(first), named(second))));
  }

  private Path named(Path file) {
    return folders.named(file.toString());
  }

  /** What seals the keys that the store keeps. */
  SecretKeys secretKeys() {
    return new SecretKeys(
        layers.find(Settings.SECRET_KEY),
        layers.find(Settings.SECRET_KEY_BEFORE),
        KeyFile.beside(store()));
  }

  /** How often everything is collected. */
  Rhythms rhythms() {
    Map<String, Duration> every = new HashMap<>();
    Settings.EVERY.forEach((dataset, setting) -> every.put(dataset, layers.get(setting)));
    return new Rhythms(every, layers.get(Settings.EVERY_OTHER_CUTS));
  }

  /** What holds for connections that are made in the page. */
  Usual usual() {
    return new ConnectionConfig("usual", layers, false).usual();
  }

  /** The connections that somebody set up here. */
  List<FromFile> fromFile() {
    return connections.stream()
        .filter(ConnectionConfig::isMeant)
        .map(ConnectionConfig::fromFile)
        .toList();
  }

  /** The configuration file, where there is one. */
  public Optional<Path> file() {
    return file;
  }

  public List<ConnectionConfig> connections() {
    return connections;
  }

  /** The connection of that name; WrongUse with the nearest where there is none. */
  public ConnectionConfig connection(String name) {
    return connections.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new WrongUse(
                "there is no connection "
                    + name
                    + Nearest.hint(
                        name, connections.stream().map(ConnectionConfig::name).toList())));
  }
}
