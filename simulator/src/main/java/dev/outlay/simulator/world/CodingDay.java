package dev.outlay.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One Claude Code row: who, where, and what came of it; an actor has one name of the two. */
public record CodingDay(
    @Nullable String email,
    @Nullable String apiKeyName,
    String terminal,
    boolean remote,
    @Nullable String subscription,
    long sessions,
    long added,
    long removed,
    long commits,
    long pullRequests,
    List<Tool> tools,
    List<Use> models) {

  /** Suggestions taken and refused. */
  public record Tool(String name, long accepted, long rejected) {}

  /** One model's tokens and estimated whole cents. */
  public record Use(
      Model model, long input, long output, long cacheRead, long cacheCreation, long cents) {}
}
