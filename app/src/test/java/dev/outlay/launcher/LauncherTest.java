package dev.outlay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String BUILT = "app/target/outlay/built";
  @TempDir private Path folder = Path.of("");
  private Path home = Path.of("");
  private final Map<String, String> environment = new TreeMap<>();

  /** What a process said and how it ended. */
  private record Said(int code, String out, String err) {}

  @BeforeEach
  void copyTheLauncher() throws IOException {
    home = Files.createDirectories(folder.resolve("a place with spaces"));
    copy("outlay");
    copy("test");
    copy("app/src/launcher/jdk.sh");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    old(home.resolve("pom.xml"));
    built();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    environment.put("OUTLAY_JDKS", Files.createDirectories(folder.resolve("jdks")).toString());
  }

  @Test
  void takesTheJdkThatIsNamed() throws Exception {
    Path jdk = jdk("named", "25.0.3");
    environment.put("OUTLAY_JAVA_HOME", jdk.toString());

    Said said = run("./outlay", "spend", "--last", "7 days");

    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith(jdk + "\n").endsWith("spend\n--last\n7 days\n");
  }

  @Test
  void saysWhenTheNamedOneIsNotAJdk25() throws Exception {
    environment.put("OUTLAY_JAVA_HOME", jdk("named", "17.0.1").toString());

    Said said = run("./outlay");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("OUTLAY_JAVA_HOME is").contains("not a JDK 25");
  }

  @Test
  void passesOlderAndNewerOnesBy() throws Exception {
    environment.put("JAVA_HOME", jdk("seventeen", "17.0.1").toString());
    jdk("jdks/a", "26");
    jdk("jdks/b", "2.5");
    Path right = jdk("jdks/c", "25");

    assertThat(run("./outlay").out()).startsWith(right + "\n");
  }

  @Test
  void followsTheLinkOnThePathToItsJdk() throws Exception {
    Path right = jdk("somewhere/else", "25.0.1");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("alternative"), right.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("alternative"));
    environment.put("PATH", bin + ":/usr/bin:/bin");

    assertThat(run("./outlay").out()).startsWith(right + "\n");
  }

  @Test
  void saysWhatToInstallWhenThereIsNone() throws Exception {
    Said said = run("./outlay", "--version");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("outlay: no JDK 25 was found. Install one").hasLineCount(1);
    assertThat(said.out()).isEmpty();
    assertThat(run("./test").code()).isEqualTo(2);
  }

  @Test
  void worksThroughALinkFromAnyFolder() throws Exception {
    Path right = jdk("jdks/c", "25");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, home.resolve("outlay"));

    Said said = runIn(folder, link.toString());

    assertThat(said.out()).startsWith(right + "\n").contains(home + "/app/target/outlay/lib/");
  }

  @Test
  void buildsOnceOnFirstUse() throws Exception {
    Path right = jdk("jdks/c", "25");
    Files.delete(home.resolve(BUILT));
    maven(
        "echo \"JAVA_HOME=$JAVA_HOME\" >> \"$HOME/maven\"; mkdir -p app/target/outlay; touch "
            + BUILT);

    assertThat(run("./outlay").err()).startsWith("outlay: building, once");
    assertThat(run("./outlay").err()).isEmpty();
    assertThat(Files.readString(folder.resolve("maven"))).isEqualTo("JAVA_HOME=" + right + "\n");
  }

  @Test
  void buildsAgainWhenSourcesAreNewer() throws Exception {
    jdk("jdks/c", "25");
    maven("touch " + BUILT);
    Path source = Files.createDirectories(home.resolve("core/src/main/java")).resolve("New.java");
    Files.writeString(source, "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(run("./outlay").err()).startsWith("outlay: building");
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
    jdk("jdks/c", "25");
    Files.delete(home.resolve(BUILT));
    maven("echo 'it does not compile'; exit 1");

    Said said = run("./outlay");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("it does not compile").contains("the build failed");
    assertThat(home.resolve("app/target/building")).doesNotExist();
  }

  @Test
  void buildsAgainWhenThePagesAreNewer() throws Exception {
    jdk("jdks/c", "25");
    maven("touch " + BUILT);
    Path page = Files.createDirectories(home.resolve("web/src/page")).resolve("New.svelte");
    Files.writeString(page, "<p>new</p>");
    Files.setLastModifiedTime(page, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(run("./outlay").err()).startsWith("outlay: building");
  }

  @Test
  void saysWhenMavenIsMissing() throws Exception {
    jdk("jdks/c", "25");
    Files.delete(home.resolve(BUILT));
    few();

    Said said = run("./outlay");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("outlay: Maven is needed to build Outlay on first use");
  }

  @Test
  void saysWhenNodeIsMissing() throws Exception {
    jdk("jdks/c", "25");
    Files.delete(home.resolve(BUILT));
    script(few().resolve("mvn"), "exit 0");

    Said said = run("./outlay");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).startsWith("outlay: Node 20 or newer and npm are needed to build");
  }

  @Test
  void runsTheChecksOnTheJdkItFound() throws Exception {
    Path right = jdk("jdks/c", "25");
    maven("echo \"$JAVA_HOME $*\"");

    assertThat(run("./test", "-Dtest=X").out()).isEqualTo(right + " -B verify -Dtest=X\n");
  }

  private void copy(String name) throws IOException {
    Path target = home.resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(Path.of("..").resolve(name), target);
    assertThat(target.toFile().setExecutable(true)).isTrue();
  }

  private void built() throws IOException {
    Files.createDirectories(home.resolve("app/target/outlay/lib"));
    Files.writeString(home.resolve(BUILT), "");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    script(jdk.resolve("bin/java"), "echo " + jdk + "; for each; do echo \"$each\"; done");
    script(jdk.resolve("bin/javac"), "exit 0");
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private void maven(String work) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    script(bin.resolve("mvn"), work);
    script(bin.resolve("node"), "exit 0");
    script(bin.resolve("npm"), "exit 0");
    environment.put("PATH", bin + ":/usr/bin:/bin");
  }

  /** A path with hardly anything on it. */
  private Path few() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("few"));
    for (String each : List.of("sh", "find", "head", "cat", "mkdir", "rm", "readlink")) {
      Files.createSymbolicLink(bin.resolve(each), Path.of("/bin/" + each).toRealPath());
    }
    environment.put("PATH", bin.toString());
    return bin;
  }

  private static void script(Path file, String work) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + work + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private Said run(String... command) throws IOException, InterruptedException {
    try (Stream<Path> sources = Files.walk(home.resolve("app/src"))) {
      for (Path each : sources.toList()) {
        old(each);
      }
    }
    return runIn(home, command);
  }

  private Said runIn(Path place, String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Said(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
