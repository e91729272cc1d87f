package dev.outlay.holder;

import java.util.Objects;

/** The version of this program; two versions do not talk to each other about a store. */
final class OwnVersion {
  static final String TEXT =
      Objects.requireNonNullElse(
          OwnVersion.class.getPackage().getImplementationVersion(), "development");

  private OwnVersion() {}
}
