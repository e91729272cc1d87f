package dev.outlay.destinations.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Table;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** As the program loads it: by a class loader of its own, which no thread has as its context's. */
class ModuleTest {
  @Test
  void itWorksInAClassLoaderOfItsOwn() throws Exception {
    Broker broker = Broker.orNotRun();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Own own = new Own(DestinationKind.class.getClassLoader())) {
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      DestinationKind kind = kind(own);
      String address =
          "kafka://admin:right%20%22one%22@"
              + broker.guarded()
              + "/module.?security_protocol=SASL_PLAINTEXT";
      try (Mirror mirror = kind.open(Address.of(address), InstantSource.system())) {
        List<Table> tables = List.of(Items.TABLE);
        mirror.prepare(tables);
        assertThat(Items.fill(mirror, 2, "a", 1).added()).isEqualTo(2);
      }
      assertThat(kind.getClass()).isNotEqualTo(Kafka.class);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static DestinationKind kind(Own own) {
    return ServiceLoader.load(DestinationKind.class, own).stream()
        .filter(each -> each.type().getClassLoader() == own)
        .map(ServiceLoader.Provider::get)
        .findFirst()
        .orElseThrow();
  }

  /** Has Kafka and this module itself, and the rest from the program. */
  private static final class Own extends URLClassLoader {
    Own(ClassLoader program) {
      super(everything(), program);
    }

    private static URL[] everything() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(each -> url(Path.of(each)))
          .toArray(URL[]::new);
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (java.net.MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean mine =
          name.startsWith("org.apache.kafka.") || name.startsWith("dev.outlay.destinations.kafka.");
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = mine ? findLoadedClass(name) : null;
        if (loaded == null) {
          loaded = mine ? findClass(name) : super.loadClass(name, resolve);
        }
        return loaded;
      }
    }
  }
}
