import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the folder that is shipped, {@code target/outlay}: the jars; DuckDB's library for this
 * machine beside its jar, from where it is loaded without being unpacked at every start; and last
 * the cache of loaded classes, which holds only as long as the jars keep their times.
 *
 * @param target Maven's build folder
 * @param name of the program's own jar there
 * @param time all jars get, so that two builds of one source are one
 */
record Pack(Path target, String name, FileTime time) {
  private static final String LIBRARY = "libduckdb_java.so_";
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m");

  public static void main(String[] args) throws Exception {
    new Pack(Path.of(args[0]), args[1], FileTime.from(Instant.parse(args[2]))).run();
  }

  private void run() throws IOException, InterruptedException {
    removeOldJars();
    Files.copy(target.resolve(name + ".jar"), lib().resolve("outlay-app.jar"));
    slimEngine();
    modernise();
    bringExtras();
    for (Path file : files(lib())) {
      Files.setLastModifiedTime(file, time);
    }
    train();
    Files.writeString(home().resolve("built"), name + "\n");
  }

  private Path home() {
    return target.resolve("outlay");
  }

  private Path lib() {
    return home().resolve("lib");
  }

  private void removeOldJars() throws IOException {
    Files.deleteIfExists(home().resolve("built"));
    Files.deleteIfExists(home().resolve("outlay.aot"));
    Files.deleteIfExists(lib().resolve("outlay-app.jar"));
  }

  /** What other modules have for the folder of extras; it is no part of the download. */
  private void bringExtras() throws IOException {
    clear(home().resolve("extras"));
    for (Path module : files(target.toAbsolutePath().getParent().getParent())) {
      Path jars = module.resolve("target/extra");
      if (Files.isDirectory(jars)) {
        Path to = Files.createDirectories(home().resolve("extras").resolve(module.getFileName()));
        for (Path jar : files(jars)) {
          Files.copy(jar, to.resolve(jar.getFileName()));
        }
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** On a platform that is not known the jar stays as it is and unpacks its library by itself. */
  private void slimEngine() throws IOException {
    String wanted = LIBRARY + platform();
    for (Path jar : files(lib())) {
      if (jar.getFileName().toString().startsWith("duckdb_jdbc") && has(jar, wanted)) {
        Path slim = jar.resolveSibling("slim");
        split(jar, slim, wanted);
        Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * The cache takes no class file as old as picocli's (Java 5), and its classes are half of what a
   * start loads: they are written anew as Java 8's, with the stack maps these need.
   */
  private void modernise() throws IOException {
    for (Path jar : files(lib())) {
      if (jar.getFileName().toString().startsWith("picocli")) {
        Path modern = jar.resolveSibling("modern");
        try (ZipFile from = new ZipFile(jar.toFile());
            ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(modern))) {
          modernise(from, to);
        }
        Files.move(modern, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void modernise(ZipFile from, ZipOutputStream to) throws IOException {
    ClassFile files =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(hierarchy(from)));
    for (ZipEntry entry : from.stream().map(ZipEntry.class::cast).toList()) {
      byte[] bytes = bytes(from, entry.getName());
      put(to, entry.getName(), entry.getName().endsWith(".class") ? modern(files, bytes) : bytes);
    }
  }

  private static byte[] modern(ClassFile files, byte[] old) {
    ClassModel model = files.parse(old);
    return model.majorVersion() > ClassFile.JAVA_7_VERSION
        ? old
        : files.transformClass(
            model,
            ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                .andThen(
                    ClassTransform.endHandler(to -> to.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }

  private static ClassHierarchyResolver hierarchy(ZipFile jar) {
    return ClassHierarchyResolver.ofResourceParsing(
            type -> {
              String name = type.descriptorString();
              String file = name.substring(1, name.length() - 1) + ".class";
              return jar.getEntry(file) == null
                  ? null
                  : new ByteArrayInputStream(bytes(jar, file));
            })
        .orElse(ClassHierarchyResolver.defaultResolver());
  }

  private static byte[] bytes(ZipFile jar, String entry) {
    try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(ZipOutputStream to, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    to.putNextEntry(entry);
    to.write(bytes);
  }

  private void split(Path jar, Path slim, String wanted) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(slim))) {
      for (ZipEntry entry : from.stream().map(ZipEntry.class::cast).toList()) {
        if (!entry.getName().startsWith(LIBRARY)) {
          put(to, entry.getName(), bytes(from, entry.getName()));
        }
      }
      Files.write(lib().resolve(wanted), bytes(from, wanted));
    }
  }

  private static boolean has(Path jar, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(entry) != null;
    }
  }

  /** As DuckDB names it. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    return os.startsWith("mac")
        ? "osx_universal"
        : os.startsWith("win") ? "windows_" + cpu : "linux_" + cpu + libc();
  }

  private static String libc() {
    return Files.exists(Path.of("/etc/alpine-release")) ? "_musl" : "";
  }

  /** Without the cache the program only starts more slowly, so a failure here fails no build. */
  private void train() throws IOException, InterruptedException {
    Path log = target.resolve("training.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:AOTCacheOutput=" + home().resolve("outlay.aot"));
    command.addAll(FLAGS);
    command.addAll(
        List.of("-cp", lib().resolve("outlay-app.jar").toString(), "dev.outlay.cli.Training"));
    int code =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (code != 0) {
      System.out.println("[WARNING] no class cache was made; starts will be slower. See " + log);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
