package dev.outlay.shape.focus.check;

import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.store.ResultSink.ResultColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The heading of a file.
 *
 * @param columns as they stand; without types in a file of text
 * @param places the first column of each name
 */
record Sheet(FocusVersion version, List<ResultColumn> columns, Map<String, Integer> places) {
  static Sheet of(Optional<FocusVersion> told, List<ResultColumn> columns) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(columns.get(i).name(), i);
    }
    return new Sheet(told.orElseGet(() -> guess(places)), columns, places);
  }

  /** The names that only one version has tell which it is. */
  private static FocusVersion guess(Map<String, Integer> places) {
    boolean young =
        places.containsKey("ServiceProviderName") || places.containsKey("HostProviderName");
    return young && !places.containsKey("ProviderName") ? FocusVersion.V1_4 : FocusVersion.V1_2;
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** Whether anything of it is of FOCUS. */
  boolean isFocus() {
    return places.keySet().stream().anyMatch(Known.COLUMNS::containsKey);
  }
}
