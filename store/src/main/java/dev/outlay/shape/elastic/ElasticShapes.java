package dev.outlay.shape.elastic;

import dev.outlay.shape.Shape;
import java.util.List;
import java.util.Map;

/** The three data streams of Elastic's Anthropic integration. */
public final class ElasticShapes {
  private ElasticShapes() {}

  /**
   * @param options namespace, width, group_by, initial_interval, cost_group_by,
   *     cost_initial_interval, interval; those that are left out are as Elastic has them
   * @throws IllegalArgumentException in words, when one is not known or cannot be
   */
  public static List<Shape> of(Map<String, String> options) {
    ElasticSettings settings = ElasticSettings.of(options);
    return List.of(
        new UsageStream(settings), new CostStream(settings), new RateLimitStream(settings));
  }
}
