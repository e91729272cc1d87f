package dev.outlay.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the secret keys come from: what the environment sets seals; what it set before and what is
 * in the key file still open. Without any, a key file is made.
 *
 * @param set the key that is set, where one is
 * @param before the one that was set before, while keys are sealed anew
 * @param file beside the store
 */
public record SecretKeys(Optional<SecretKey> set, Optional<SecretKey> before, KeyFile file) {
  /** The vault of all of them. */
  public Vault vault() {
    return new Vault(all());
  }

  /**
   * Seals all anew: under a fresh key where the file holds it, else under the one that is set. A
   * crash at any moment leaves every key where it can be opened: the old ones are forgotten last.
   *
   * @param vault the one in use, which learns the fresh key
   * @param sealing seals everything that is kept with the vault as it is then; may be repeated
   */
  public void renew(Vault vault, Runnable sealing) {
    List<SecretKey> keys = new ArrayList<>(all());
    if (set.isEmpty()) {
      keys.addFirst(SecretKey.fresh());
      file.write(keys);
    }
    vault.use(keys);
    sealing.run();
    if (set.isEmpty()) {
      file.write(List.of(keys.getFirst()));
    }
  }

  private List<SecretKey> all() {
    List<SecretKey> keys = new ArrayList<>();
    set.ifPresent(keys::add);
    if (file.exists()) {
      keys.addAll(file.read());
    } else if (set.isEmpty()) {
      keys.add(made());
    }
    before.ifPresent(keys::add);
    return keys;
  }

  private SecretKey made() {
    SecretKey key = SecretKey.fresh();
    file.write(List.of(key));
    return key;
  }
}
