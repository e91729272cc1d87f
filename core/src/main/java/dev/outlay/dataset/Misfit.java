package dev.outlay.dataset;

/** A value that is not what its column or place must hold; the reader adds where it stood. */
public final class Misfit extends RuntimeException {
  private final String path;
  private final String found;

  public Misfit(String path, String found) {
    super(path + ": " + found, null, false, false);
    this.path = path;
    this.found = found;
  }

  /** The names leading to the value, joined by points. */
  public String path() {
    return path;
  }

  /** What stood there and what was expected; at most one line. */
  public String found() {
    return found;
  }

  /** The same seen from further out. */
  public Misfit within(String outer) {
    boolean one = path.isEmpty() || outer.isEmpty();
    return new Misfit(outer + (one ? "" : ".") + path, found);
  }
}
