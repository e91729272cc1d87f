package dev.outlay.simulator.world;

import org.jspecify.annotations.Nullable;

/** What the cost report can tell apart for tokens, and speed, which it shows in the description. */
public record Cell(
    @Nullable String workspaceId, Model model, Tier tier, Context context, Geo geo, Speed speed) {

  /** Priority Tier is sold as capacity and never in the cost report. */
  public boolean billed() {
    return tier != Tier.PRIORITY;
  }

  public Rates rates() {
    return model.rates(tier, context, geo, speed);
  }
}
