package dev.outlay.simulator.world;

/** The reports whose figures can be amended. */
public enum Report {
  USAGE,
  COST,
  CLAUDE_CODE,
  ANALYTICS_USAGE,
  ANALYTICS_COST
}
