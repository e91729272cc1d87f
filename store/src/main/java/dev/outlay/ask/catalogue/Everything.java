package dev.outlay.ask.catalogue;

import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Measure;
import java.util.List;
import java.util.stream.Stream;

/** All that can be asked. */
public final class Everything {
  public static final Catalogue CATALOGUE =
      new Catalogue(
          Stream.of(Money.ALL, Tokens.ALL, ClaudeCode.ALL, Daily.ALL)
              .flatMap(List<Measure>::stream)
              .toList(),
          Dimensions.ALL);

  private Everything() {}
}
