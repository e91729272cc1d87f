package dev.outlay.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.MetricType;
import dev.outlay.metric.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Metrics as text, with every digit: OpenMetrics 1.0, or the older format of Prometheus, which
 * knows no units and no names of families.
 */
enum Exposition {
  OPEN_METRICS("application/openmetrics-text", "1.0.0"),
  PROMETHEUS("text/plain", "0.0.4");

  private final String media;
  private final String version;

  Exposition(String media, String version) {
    this.media = media;
    this.version = version;
  }

  String media() {
    return media;
  }

  String contentType() {
    return media + "; version=" + version + "; charset=utf-8";
  }

  /** What somebody who accepts these media types likes best; OpenMetrics where it is the same. */
  static Exposition accepted(Optional<String> accept) {
    String all = accept.orElse("*/*");
    return PROMETHEUS.liking(all) > OPEN_METRICS.liking(all) ? PROMETHEUS : OPEN_METRICS;
  }

  /** In thousandths; a wildcard counts less than the name itself. */
  private int liking(String accept) {
    return Arrays.stream(accept.split(","))
        .map(each -> each.replace(" ", "").toLowerCase(Locale.ROOT).split(";"))
        .mapToInt(this::liking)
        .max()
        .orElse(0);
  }

  private int liking(String[] range) {
    String wild = media.substring(0, media.indexOf('/') + 1) + "*";
    boolean named = range[0].equals(media);
    return named || range[0].equals("*/*") || range[0].equals(wild)
        ? quality(range) - (named ? 0 : 1)
        : 0;
  }

  private static int quality(String[] range) {
    return Arrays.stream(range)
        .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
        .findFirst()
        .map(part -> (part.substring(2) + "000").replace(".", ""))
        .map(digits -> Integer.parseInt((digits + "000").substring(0, 4)))
        .orElse(1000);
  }

  byte[] bytes(List<MetricFamily> families) {
    StringBuilder text = new StringBuilder(1 << 16);
    families.stream().filter(each -> !each.samples().isEmpty()).forEach(each -> add(text, each));
    if (this == OPEN_METRICS) {
      text.append("# EOF\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  private void add(StringBuilder text, MetricFamily family) {
    Metric metric = family.metric();
    String name = this == OPEN_METRICS ? metric.name() : metric.sampleName();
    text.append("# TYPE ").append(name).append(' ').append(type(metric.type())).append('\n');
    if (this == OPEN_METRICS) {
      metric.unit().ifPresent(unit -> text.append("# UNIT " + name + ' ' + unit + '\n'));
    }
    text.append("# HELP ").append(name).append(' ').append(help(metric.meaning())).append('\n');
    family.samples().forEach(sample -> add(text, metric, sample));
  }

  private String type(MetricType type) {
    return type == MetricType.INFO && this == PROMETHEUS
        ? "gauge"
        : type.name().toLowerCase(Locale.ROOT);
  }

  private String help(String text) {
    String safe = text.replace("\\", "\\\\").replace("\n", "\\n");
    return this == OPEN_METRICS ? safe.replace("\"", "\\\"") : safe;
  }

  /** A label without a value is none. */
  private static void add(StringBuilder text, Metric metric, Sample sample) {
    text.append(metric.sampleName());
    char before = '{';
    for (int i = 0; i < metric.labels().size(); i++) {
      if (!sample.labels().get(i).isEmpty()) {
        text.append(before).append(metric.labels().get(i)).append("=\"");
        text.append(label(sample.labels().get(i))).append('"');
        before = ',';
      }
    }
    text.append(before == ',' ? "} " : " ").append(number(sample)).append('\n');
  }

  private static String label(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(Sample sample) {
    return sample.value().signum() == 0 ? "0" : sample.value().stripTrailingZeros().toPlainString();
  }
}
