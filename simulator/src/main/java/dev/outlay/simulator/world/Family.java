package dev.outlay.simulator.world;

import java.util.List;

/** Lines of models in which a newer one takes over the traffic of the older. */
public enum Family {
  SONNET(0),
  OPUS(1),
  HAIKU(2),
  FABLE(3);

  private final int place;

  Family(int place) {
    this.place = place;
  }

  static Family at(int place) {
    return List.of(values()).get(place);
  }

  int place() {
    return place;
  }
}
