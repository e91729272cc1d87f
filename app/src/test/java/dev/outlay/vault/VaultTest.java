package dev.outlay.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final String KEY = "sk-ant-admin01-very-secret-abcd";
  @TempDir private Path folder;

  @Test
  void aSealedKeyOpensForItsOwnerAlone() throws Exception {
    Vault vault = new Vault(List.of(SecretKey.fresh()));
    String sealed = vault.seal("one", KEY);
    assertThat(sealed).doesNotContain("secret").isNotEqualTo(vault.seal("one", KEY));
    assertThat(vault.open("one", sealed)).isEqualTo(KEY);
    assertThatThrownBy(() -> vault.open("two", sealed)).hasMessageContaining("another connection");
  }

  @Test
  void aChangedOneOrOneOfAnotherSecretKeyStaysShut() {
    Vault vault = new Vault(List.of(SecretKey.fresh()));
    String sealed = vault.seal("one", KEY);
    int last = sealed.length() - 5;
    char other = sealed.charAt(last) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, last) + other + sealed.substring(last + 1);
    assertThatThrownBy(() -> vault.open("one", changed)).isInstanceOf(Vault.Locked.class);
    assertThatThrownBy(() -> new Vault(List.of(SecretKey.fresh())).open("one", sealed))
        .hasMessageContaining("another secret key");
  }

  @Test
  void onlyRandomBytesAreASecretKey() {
    byte[] words = "the quick brown fox the quick br".getBytes(StandardCharsets.US_ASCII);
    for (String weak :
        List.of(
            "",
            "correct horse battery staple",
            Base64.getEncoder().encodeToString(new byte[32]),
            Base64.getEncoder().encodeToString(new byte[16]),
            Base64.getEncoder().encodeToString(words))) {
      assertThatThrownBy(() -> SecretKey.of(weak))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("horse");
    }
    SecretKey key = SecretKey.fresh();
    assertThat(SecretKey.of(key.secret() + "\n").name()).isEqualTo(key.name());
    assertThat(key).asString().doesNotContain(key.secret());
  }

  @Test
  void theFirstStartMakesAFileThatOnlyItsOwnerReads() throws IOException {
    SecretKeys keys = keys(Optional.empty());
    String sealed = keys.vault().seal("one", KEY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(keys(Optional.empty()).vault().isNewest(sealed)).isTrue();
  }

  @Test
  void aFileThatOthersReadIsRefusedWithAdvice() throws IOException {
    var _ = keys(Optional.empty()).vault();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> keys(Optional.empty()).vault())
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("chmod 600")
        .hasMessageContaining("rekey");
  }

  @Test
  void aFileWithoutAKeyIsNamedAndNotRepeated() throws IOException {
    var _ = keys(Optional.empty()).vault();
    Files.writeString(file(), "no key at all\n");
    assertThatThrownBy(() -> keys(Optional.empty()).vault())
        .hasMessageContaining("holds no key")
        .hasMessageNotContaining("at all");
  }

  @Test
  void aRenewalThatIsCutShortLeavesEverythingReadable() throws Exception {
    SecretKeys keys = keys(Optional.empty());
    Vault vault = keys.vault();
    Map<String, String> kept = new HashMap<>();
    for (String id : List.of("a", "b", "c")) {
      kept.put(id, vault.seal(id, KEY + id));
    }
    assertThatThrownBy(() -> keys.renew(vault, () -> sealAnew(vault, kept, "b")))
        .hasMessage("killed");
    for (String id : kept.keySet()) {
      assertThat(keys(Optional.empty()).vault().open(id, kept.getOrDefault(id, "")))
          .isEqualTo(KEY + id);
    }
    assertThat(kept.values().stream().filter(keys(Optional.empty()).vault()::isNewest)).hasSize(1);
  }

  @Test
  void afterARenewalTheOldKeyOpensNothing() throws Exception {
    SecretKeys keys = keys(Optional.empty());
    Vault vault = keys.vault();
    List<SecretKey> old = keys.file().read();
    Map<String, String> kept = new HashMap<>(Map.of("a", vault.seal("a", KEY)));
    keys.renew(vault, () -> sealAnew(vault, kept, ""));
    assertThat(vault.open("a", kept.getOrDefault("a", ""))).isEqualTo(KEY);
    assertThat(keys(Optional.empty()).vault().open("a", kept.getOrDefault("a", ""))).isEqualTo(KEY);
    assertThatThrownBy(() -> new Vault(old).open("a", kept.getOrDefault("a", "")))
        .isInstanceOf(Vault.Locked.class);
  }

  @Test
  void aKeyThatIsSetTakesOverFromTheFile() throws Exception {
    String before = keys(Optional.empty()).vault().seal("a", KEY);
    SecretKeys now = keys(Optional.of(SecretKey.fresh()));
    Vault vault = now.vault();
    assertThat(vault.open("a", before)).isEqualTo(KEY);
    assertThat(vault.isNewest(before)).isFalse();
    assertThat(vault.isNewest(vault.seal("a", KEY))).isTrue();
  }

  private static void sealAnew(Vault vault, Map<String, String> kept, String killedAt) {
    for (String id : List.copyOf(new TreeSet<>(kept.keySet()))) {
      if (id.equals(killedAt)) {
        throw new IllegalStateException("killed");
      }
      try {
        kept.put(id, vault.seal(id, vault.open(id, kept.getOrDefault(id, ""))));
      } catch (Vault.Locked e) {
        throw new AssertionError(e);
      }
    }
  }

  private SecretKeys keys(Optional<SecretKey> set) {
    return new SecretKeys(set, Optional.empty(), KeyFile.beside(folder.resolve("s.duckdb")));
  }

  private Path file() {
    return folder.resolve("s.duckdb.key");
  }
}
