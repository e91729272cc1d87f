package dev.outlay.simulator.fault;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.http.Request;
import dev.outlay.simulator.http.Responder;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The faults in force; may be changed while requests come in. */
public final class Faults {
  private final List<Armed> armed = new CopyOnWriteArrayList<>();
  private final InstantSource clock;

  /** The clock dates retry-after and Date headers. */
  public Faults(InstantSource clock) {
    this.clock = clock;
  }

  public void add(Fault fault) {
    armed.add(new Armed(fault, new AtomicLong()));
  }

  /** Adds every fault of a script. */
  public void script(String text) {
    FaultScript.parse(text).forEach(this::add);
  }

  public void clear() {
    armed.clear();
  }

  /** Answers like {@code truth} but for the first fault that meets the request. */
  public Reply answer(Request request, Responder truth) {
    Action action = null;
    for (Armed fault : armed) {
      boolean met = fault.meets(request);
      action = met && action == null ? fault.fault().action() : action;
    }
    return action == null
        ? truth.answer(request)
        : new Mischief(truth, clock).answer(request, action);
  }

  /** A fault and how many requests of its concern have come. */
  private record Armed(Fault fault, AtomicLong seen) {
    boolean meets(Request request) {
      return fault.match().concerns(request) && fault.match().meets(seen.incrementAndGet());
    }
  }
}
