package dev.outlay.simulator.world;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list prices, parsed once. */
final class PriceList {
  private static final Map<Model, Rates> RATES =
      Arrays.stream(Model.values())
          .collect(Collectors.toMap(Function.identity(), model -> Rates.usd(model.usd())));

  private PriceList() {}

  static Rates of(Model model) {
    return RATES.getOrDefault(model, Rates.usd(model.usd()));
  }
}
