package dev.outlay.otlp;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.resources.Resource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Values of one metric in the form the SDK sends. Counters are cumulative: a push that was lost
 * loses nothing, and one that is repeated counts nothing twice. OTLP knows 64-bit integers and
 * binary fractions and no decimals: tokens go as the former, money as the latter.
 *
 * @param start since when counters count, in nanoseconds; 0 where that is not known
 */
record Point(Resource resource, InstrumentationScopeInfo scope, long start) {
  private static final Set<String> WHOLE = Set.of("tokens", "bytes");

  /** One metric of one or several moments. */
  private record Sent(
      Resource getResource,
      InstrumentationScopeInfo getInstrumentationScopeInfo,
      String getName,
      String getDescription,
      String getUnit,
      MetricDataType getType,
      Data<?> getData)
      implements MetricData {}

  MetricData of(GenAi.Named named, Instant at, Attributes more) {
    boolean sum = named.metric().type() == MetricType.COUNTER;
    boolean whole = isWhole(named.metric());
    return new Sent(
        resource,
        scope,
        named.name(),
        named.metric().meaning(),
        named.unit(),
        sum
            ? whole ? MetricDataType.LONG_SUM : MetricDataType.DOUBLE_SUM
            : whole ? MetricDataType.LONG_GAUGE : MetricDataType.DOUBLE_GAUGE,
        whole
            ? wholes(sum, longs(named.values(), nanos(at), more))
            : fractions(sum, doubles(named.values(), nanos(at), more)));
  }

  private static boolean isWhole(Metric metric) {
    return metric.unit().map(WHOLE::contains).orElse(metric.type() != MetricType.GAUGE);
  }

  private static Data<?> wholes(boolean sum, List<LongPointData> points) {
    return sum
        ? SumData.createLongSumData(true, AggregationTemporality.CUMULATIVE, points)
        : GaugeData.createLongGaugeData(points);
  }

  private static Data<?> fractions(boolean sum, List<DoublePointData> points) {
    return sum
        ? SumData.createDoubleSumData(true, AggregationTemporality.CUMULATIVE, points)
        : GaugeData.createDoubleGaugeData(points);
  }

  private List<LongPointData> longs(Map<Attributes, BigDecimal> values, long at, Attributes more) {
    List<LongPointData> points = new ArrayList<>();
    values.forEach((attributes, value) ->
        points.add(
            LongPointData.create(start, at, with(attributes, more), value.longValueExact())));
    return points;
  }

  private List<DoublePointData> doubles(
      Map<Attributes, BigDecimal> values, long at, Attributes more) {
    List<DoublePointData> points = new ArrayList<>();
    values.forEach((attributes, value) ->
        points.add(
            DoublePointData.create(
                start, at, with(attributes, more), value.doubleValue(), List.of())));
    return points;
  }

  private static Attributes with(Attributes attributes, Attributes more) {
    return more.isEmpty() ? attributes : attributes.toBuilder().putAll(more).build();
  }

  static long nanos(Instant at) {
    return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
  }
}
