package dev.outlay.destinations.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Names for tables that are there for one load: they tell when it began. */
record StageNames(InstantSource clock) {
  private static final String PREFIX = "outlay_stage_";
  private static final Duration LONG = Duration.ofDays(1);

  String next() {
    String token = UUID.randomUUID().toString().replace("-", "");
    return PREFIX + clock.instant().getEpochSecond() + "_" + token;
  }

  /** What loads that were killed left behind, a day later. */
  List<String> left(Warehouse warehouse) {
    Instant before = clock.instant().minus(LONG);
    return warehouse.named(PREFIX).stream().filter(name -> isOlder(name, before)).toList();
  }

  private static boolean isOlder(String name, Instant before) {
    String began = name.substring(PREFIX.length()).split("_", 2)[0];
    return began.matches("\\d{1,12}") && Long.parseLong(began) < before.getEpochSecond();
  }
}
