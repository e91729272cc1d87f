package dev.outlay.otlp;

import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.Push;
import dev.outlay.metric.PushKind;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** OTLP over HTTP. */
public final class Otlp implements PushKind {
  @Override
  public Set<String> schemes() {
    return Set.of("otlp", "otlps");
  }

  @Override
  public Push open(
      URI endpoint,
      Map<String, String> headers,
      InstantSource clock,
      MetricFamilies source,
      String version) {
    return new OtlpPush(endpoint, headers, clock, source, version);
  }
}
