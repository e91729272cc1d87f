package dev.outlay.export;

import dev.outlay.admin.Ticker;
import java.util.List;

/** One courier for each destination that is set up; none waits for another. */
public final class Couriers implements AutoCloseable {
  private final List<Courier> all;
  private final AutoCloseable ear;

  private Couriers(List<Courier> all, AutoCloseable ear) {
    this.all = all;
    this.ear = ear;
  }

  /** Begins to keep them current, until it is closed. */
  public static Couriers begin(Exports exports, Ticker ticker) {
    List<Courier> all =
        exports.named().stream().map(each -> Courier.begin(exports, each, ticker)).toList();
    return new Couriers(all, exports.store().listen(() -> all.forEach(Courier::tell)));
  }

  /** How it stands with each. */
  public List<Standing> standings() {
    return all.stream().map(Courier::standing).toList();
  }

  /** What was committed there stays; the rest is for the next start. */
  @Override
  public void close() {
    try {
      ear.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    all.parallelStream().forEach(Courier::close);
  }
}
