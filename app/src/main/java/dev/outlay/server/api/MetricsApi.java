package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import java.util.List;

/**
 * Everything there is, for monitoring systems. They tell the whole organisation, so that somebody
 * limited to some workspaces may not read them.
 */
public record MetricsApi(MetricFamilies families) {
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/metrics", String.class)
            .says(
                "Figures of all connections and of the program for Prometheus, as OpenMetrics or in its older format.")
            .media(Exposition.OPEN_METRICS.media(), Exposition.PROMETHEUS.media())
            .role(Role.VIEWER)
            .by(this::metrics));
  }

  private Reply metrics(Call call) {
    Exposition exposition = Exposition.accepted(call.request().header("Accept"));
    return Reply.bytes(exposition.contentType(), exposition.bytes(families.families(call.at())))
        .with("Vary", "Accept");
  }
}
