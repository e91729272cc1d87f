package dev.outlay.ask.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one sum is about.
 *
 * @param bucket its number
 * @param ids one for each dimension; null is a value too. Nobody changes them
 */
record Key(int bucket, List<@Nullable String> ids) {
  static final Key TOTAL = new Key(0, List.of());

  Key withoutTime() {
    return new Key(0, ids);
  }

  Key onlyTime() {
    return new Key(bucket, List.of());
  }
}
