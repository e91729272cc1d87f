package dev.outlay.connection;

import dev.outlay.admin.Organization;
import dev.outlay.connection.ConnectionRefused.Why;
import dev.outlay.store.ConnectionRow;
import dev.outlay.store.Store;
import dev.outlay.vault.SecretKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All connections there are: those of the configuration and those the store remembers; and every
 * change that can be made to them. Safe for use by many threads; changes are made one after
 * another, and those who listen have heard of one when its method returns.
 */
public final class Connections {
  private final Store store;
  private final List<FromFile> files;
  private final Keyring keyring;
  private final Register register;
  private final Changing changing;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * The connections of a store. What a crash left half removed is removed first.
   *
   * @param files those of the configuration
   * @param keyring opens the keys of the others
   */
  public Connections(Store store, List<FromFile> files, Keyring keyring) {
    this.store = store;
    this.files = List.copyOf(files);
    this.keyring = keyring;
    this.register = new Register(store.documents());
    this.changing = new Changing(store, register, keyring);
    register.stored().entrySet().stream()
        .filter(each -> each.getValue().removing())
        .map(Map.Entry::getKey)
        .forEach(changing::remove);
  }

  /** The ids of those that the store remembers. */
  public static Set<String> remembered(Store store) {
    return store.documents().all(StoredConnection.KIND).keySet();
  }

  /** Those of the configuration first, in its order, then the others by name. */
  public List<Linked> all() {
    Map<String, ConnectionRow> rows = rows();
    return Stream.concat(
            files.stream().map(file -> linked(file, Optional.ofNullable(rows.get(file.name())))),
            register.stored().entrySet().stream()
                .filter(each -> !each.getValue().removing())
                .map(each -> linked(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Linked::name)))
        .toList();
  }

  /**
   * The one of that id or name.
   *
   * @throws ConnectionRefused where there is none
   */
  public Linked named(String address) {
    return find(each -> each.address().equals(address))
        .or(() -> find(each -> each.name().equals(address)))
        .orElseThrow(
            () -> new ConnectionRefused(Why.UNKNOWN, "There is no connection " + address + "."));
  }

  /** Tests keys. */
  public Keyring keyring() {
    return keyring;
  }

  /**
   * The store's word for a connection whose key was just asked whose it is.
   *
   * @throws dev.outlay.failure.Failure.KeepFailed where its organisation is collected already, or
   *     is another than before
   */
  public ConnectionRow met(Linked linked, Organization organization) {
    Optional<String> id = linked.id().or(() -> leftBy(organization.id()));
    ConnectionRow row = store.connect(id, linked.name(), organization.id());
    register.organizationName(row.id(), organization.name());
    return row;
  }

  /** Adds one; asks whose the key is first. */
  public synchronized Linked add(Wish wish) {
    String id = changing.add(wish, this::leftBy);
    tell();
    return named(id);
  }

  public synchronized Linked rename(String address, String label) {
    String id = editable(address);
    changing.rename(id, label);
    tell();
    return named(id);
  }

  /** Another key of the same organisation; all that is known stays. */
  public synchronized Linked rotate(String address, String key) {
    String id = editable(address);
    changing.rotate(id, key);
    tell();
    return named(id);
  }

  /** Stops collecting it until {@link #resume}; what is known stays. */
  public synchronized Linked pause(String address) {
    return paused(named(address), true);
  }

  public synchronized Linked resume(String address) {
    return paused(named(address), false);
  }

  /**
   * Removes it; with its rows when they are not wanted any more. Whoever collects it has stopped
   * before they go.
   */
  public synchronized void remove(String address, boolean withRows) {
    String id = editable(address);
    if (withRows) {
      changing.mark(id);
      tell();
      changing.remove(id);
    } else {
      register.forget(id);
      tell();
    }
  }

  /**
   * Seals every key anew.
   *
   * @return how many; what could not be opened stays as it was
   */
  public synchronized int rekey(SecretKeys keys) {
    AtomicInteger sealed = new AtomicInteger();
    keys.renew(keyring.vault(), () -> sealed.set(changing.rekey()));
    return sealed.get();
  }

  /** Calls the listener, on the thread that made the change, whenever one was made. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** The store's row of that organisation, where no connection goes by it any more. */
  private Optional<String> leftBy(String organizationId) {
    List<String> used = all().stream().flatMap(each -> each.id().stream()).toList();
    return store.connections().stream()
        .filter(row -> row.organizationId().equals(organizationId) && !used.contains(row.id()))
        .map(ConnectionRow::id)
        .findFirst();
  }

  private Linked paused(Linked linked, boolean on) {
    register.pause(linked.ref(), on);
    tell();
    return named(linked.address());
  }

  private String editable(String address) {
    Linked linked = named(address);
    if (linked.managedIn() == Managed.FILE) {
      throw new ConnectionRefused(
          Why.MANAGED_IN_FILE,
          linked.name() + " is set up in the configuration: change it in outlay.yml.");
    }
    return linked.address();
  }

  private Optional<Linked> find(Predicate<Linked> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  private Map<String, ConnectionRow> rows() {
    return store.connections().stream()
        .filter(row -> register.stored(row.id()).isEmpty())
        .collect(Collectors.toMap(ConnectionRow::name, row -> row, (a, _) -> a));
  }

  private Linked linked(FromFile file, Optional<ConnectionRow> row) {
    String ref = "file:" + file.name();
    return new Linked(
        ref,
        row.map(ConnectionRow::id),
        file.name(),
        Managed.FILE,
        file.shownKey(),
        file.url(),
        row.map(each -> whose(each.id(), each.organizationId())),
        register.isPaused(ref),
        file.selection(),
        "",
        file.reach());
  }

  private Linked linked(String id, StoredConnection stored) {
    return new Linked(
        id,
        Optional.of(id),
        stored.label(),
        Managed.STORE,
        stored.shownKey(),
        Keyring.url(stored).orElse(keyring.usual().admin().baseUrl()),
        Optional.of(whose(id, stored.organizationId())),
        register.isPaused(id),
        keyring.usual().lookingBack(stored.lookbackDays()),
        stored.rotated() + " " + stored.label(),
        keyring.reach(id, stored));
  }

  private Linked.Whose whose(String id, String organizationId) {
    return new Linked.Whose(organizationId, register.organizationName(id));
  }
}
