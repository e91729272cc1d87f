package dev.outlay.simulator.world;

import java.util.UUID;

/** Opaque tagged ids, the same for the same organisation, kind and place. */
record Ids(Dice dice) {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int LENGTH = 22;

  String tagged(String tag, long index) {
    StringBuilder id = new StringBuilder(tag).append("_01");
    for (int place = 0; place < LENGTH; place++) {
      id.append(ALPHABET.charAt(dice.below(ALPHABET.length(), tag.hashCode(), index, place)));
    }
    return id.toString();
  }

  String uuid(String kind, long index) {
    return new UUID(
            (dice.roll(kind.hashCode(), index, 1) & ~0xF000L) | 0x4000L,
            (dice.roll(kind.hashCode(), index, 2) & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE)
        .toString();
  }
}
