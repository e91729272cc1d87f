package dev.outlay.holder;

import java.util.Objects;

/** The version of this program; two versions do not talk to each other about a store. */
public final class OwnVersion {
  public static final String TEXT =
      Objects.requireNonNullElse(
          OwnVersion.class.getPackage().getImplementationVersion(), "development");

  private OwnVersion() {}
}
