package dev.outlay.shape.focus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of the specification that are written and checked. */
public enum FocusVersion {
  /** What most tools take. */
  V1_2("1.2"),
  /** The newest ratified one. */
  V1_4("1.4");

  public static final List<String> NAMES =
      Arrays.stream(values()).map(FocusVersion::toString).toList();

  private final String name;

  FocusVersion(String name) {
    this.name = name;
  }

  public static Optional<FocusVersion> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name.equals(name)).findFirst();
  }

  /** As people write it: {@code 1.2}. */
  @Override
  public String toString() {
    return name;
  }
}
