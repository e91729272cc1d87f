package dev.outlay.connection;

import dev.outlay.admin.Organization;
import dev.outlay.connection.ConnectionRefused.Why;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.store.ConnectionRow;
import dev.outlay.store.Store;
import dev.outlay.vault.Vault;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The changes that can be made to connections the store remembers, one at a time. */
record Changing(Store store, Register register, Keyring keyring) {
  private static final int MOST_DAYS = 3650;

  /**
   * Adds one; what was left of the organisation, or of the addition that a crash cut short, is
   * taken up again.
   *
   * @param left the id under which rows of an organisation lie that no connection has any more
   */
  String add(Wish wish, Function<String, Optional<String>> left) {
    check(wish.lookbackDays());
    wish.label().ifPresent(Label::checked);
    Organization organization = keyring.whose(wish.key(), wish.url());
    Optional<String> old = left.apply(organization.id());
    refuseTwice(organization, old);
    ConnectionRow row = store.connect(old, label(wish, organization, old), organization.id());
    register.keep(row.id(), made(wish, row));
    register.organizationName(row.id(), organization.name());
    return row.id();
  }

  void rename(String id, String label) {
    StoredConnection stored = stored(id);
    String name = free(Label.checked(label), Optional.of(id));
    ConnectionRow row = store.connect(Optional.of(id), name, stored.organizationId());
    register.keep(id, stored.called(row.name()));
  }

  /** Another key of the same organisation; all that is known stays. */
  void rotate(String id, String key) {
    StoredConnection stored = stored(id);
    String shown = Keyring.shown(key);
    Organization organization = keyring.whose(key, Keyring.url(stored));
    if (!organization.id().equals(stored.organizationId())) {
      throw new Failure.Refused(
          Attempt.to("rotating the key", stored.label(), ""),
          "the new key is of another organisation, " + organization.name(),
          "Take a key of the same one, or add the other as a connection of its own.");
    }
    register.keep(id, stored.rotatedTo(keyring.vault().seal(id, key.strip()), shown));
    register.organizationName(id, organization.name());
  }

  /**
   * Seals every key anew with the first of the vault's; how many were. Those it cannot open stay.
   */
  int rekey() {
    int sealed = 0;
    for (var each : register.stored().entrySet()) {
      sealed += rekey(keyring.vault(), each.getKey(), each.getValue()) ? 1 : 0;
    }
    return sealed;
  }

  /** Marks it, so that a removal which a crash cuts short is ended at the next start. */
  void mark(String id) {
    register.keep(id, stored(id).going());
  }

  void remove(String id) {
    store.remove(id);
    register.forget(id);
  }

  private boolean rekey(Vault vault, String id, StoredConnection stored) {
    try {
      String key = vault.open(id, stored.sealedKey());
      register.keep(id, stored.sealed(vault.seal(id, key)));
      return true;
    } catch (Vault.Locked _) {
      return false;
    }
  }

  private StoredConnection made(Wish wish, ConnectionRow row) {
    return new StoredConnection(
        row.name(),
        row.organizationId(),
        keyring.vault().seal(row.id(), wish.key().strip()),
        Keyring.shown(wish.key()),
        wish.url().map(Object::toString).orElse(null),
        wish.lookbackDays(),
        keyring.clock().instant().truncatedTo(ChronoUnit.SECONDS),
        0,
        false);
  }

  private String label(Wish wish, Organization organization, Optional<String> own) {
    return wish.label()
        .map(label -> free(Label.checked(label), own))
        .orElseGet(() -> Label.of(organization.name(), taken(own)));
  }

  private String free(String label, Optional<String> own) {
    if (taken(own).contains(label)) {
      throw new ConnectionRefused(
          Why.CONFLICT, "There is a connection " + label + " already: choose another label.");
    }
    return label;
  }

  private List<String> taken(Optional<String> own) {
    return store.connections().stream()
        .filter(row -> !own.equals(Optional.of(row.id())))
        .map(ConnectionRow::name)
        .toList();
  }

  private void refuseTwice(Organization organization, Optional<String> own) {
    store.connections().stream()
        .filter(row -> row.organizationId().equals(organization.id()))
        .filter(row -> !own.equals(Optional.of(row.id())))
        .findFirst()
        .ifPresent(row -> {
          throw new ConnectionRefused(
              Why.CONFLICT,
              organization.name()
                  + " is already collected as "
                  + row.name()
                  + ": every figure would count twice.");
        });
  }

  private StoredConnection stored(String id) {
    return register
        .stored(id)
        .filter(each -> !each.removing())
        .orElseThrow(
            () -> new ConnectionRefused(Why.UNKNOWN, "There is no connection " + id + "."));
  }

  private static void check(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new ConnectionRefused(Why.INVALID, "The look-back is 1 to " + MOST_DAYS + " days.");
    }
  }
}
