package dev.outlay.otlp;

import dev.outlay.metric.History;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Push;
import dev.outlay.table.Span;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pushes metrics to an OTLP receiver: what is known now, as often as one likes, or the past, with
 * the times it was in. Repeating either does no harm. Safe for use by many threads.
 *
 * <p>Failures are {@link dev.outlay.failure.Failure.KeepFailed}; they name the address without user
 * and password, and no header.
 */
public final class OtlpPush implements Push {
  /** Tells the past from what was pushed when it was known, days later: they are never mixed. */
  private static final Attributes PAST =
      Attributes.builder().put("outlay.timing", "bucket").build();

  private final Receiver receiver;
  private final InstantSource clock;
  private final MetricFamilies source;
  private final Resource resource;
  private final InstrumentationScopeInfo scope;
  private final long start;

  /**
   * A pusher; nothing is sent yet.
   *
   * @param endpoint {@code otlp://host:port/path}, or {@code otlps://…} over TLS; without a port
   *     4318, without a path the standard's
   * @param headers sent with every request, such as Authorization
   * @param clock the time of what is pushed
   * @param source what is pushed
   * @param version the program's
   */
  public OtlpPush(
      URI endpoint,
      Map<String, String> headers,
      InstantSource clock,
      MetricFamilies source,
      String version) {
    this.receiver = new Receiver(endpoint, headers);
    this.clock = clock;
    this.source = source;
    this.start = Point.nanos(clock.instant());
    this.scope = InstrumentationScopeInfo.builder("dev.outlay").setVersion(version).build();
    this.resource =
        Resource.create(
            Attributes.builder()
                .put("service.name", "outlay")
                .put("service.version", version)
                .build());
  }

  /** Pushes what is known now, at the time it is now. */
  @Override
  public void push() {
    Instant now = clock.instant();
    receiver.send(data(source.fresh(now), now, Attributes.empty()));
  }

  /**
   * Pushes counters as they stood at the end of each settled day of the span, at that time, with
   * the attribute {@code outlay.timing = bucket}. Only for receivers that take what is old.
   *
   * @return how many days
   */
  @Override
  public long backfill(History history, Span span) {
    long[] days = {0};
    history.read(
        span,
        (end, counters) -> {
          receiver.send(data(counters, end, PAST));
          days[0]++;
        });
    return days[0];
  }

  private List<MetricData> data(List<MetricFamily> families, Instant at, Attributes more) {
    List<MetricData> all = new ArrayList<>();
    families.stream()
        .filter(family -> !family.samples().isEmpty())
        .flatMap(family -> data(family, at, more))
        .forEach(all::add);
    return all;
  }

  private Stream<MetricData> data(MetricFamily family, Instant at, Attributes more) {
    Point point = new Point(resource, scope, start(family));
    return GenAi.named(family).stream()
        .filter(named -> !named.values().isEmpty())
        .map(named -> point.of(named, at, more));
  }

  /** What the program counts of itself it counts since it started; when the rest began is past. */
  private long start(MetricFamily family) {
    return family.metric().name().startsWith("outlay_") ? start : 0;
  }

  @Override
  public void close() {
    receiver.close();
  }
}
