package dev.outlay.shape.elastic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of Elastic's integration, with its defaults.
 *
 * @param namespace the end of the data streams' names
 * @param width of usage: 1m, 1h or 1d
 * @param usageBy dimensions of usage, sorted
 * @param usageSince how far before the first collection usage begins; empty for all there is
 * @param costBy workspace_id and description, or fewer
 * @param costSince the same of cost
 * @param interval how often rate limits are told
 * @param chosen whether the dimensions of usage were asked for, and are not the default
 */
record ElasticSettings(
    String namespace,
    String width,
    List<String> usageBy,
    Optional<Duration> usageSince,
    List<String> costBy,
    Optional<Duration> costSince,
    Duration interval,
    boolean chosen) {
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9_.]{1,100}");
  private static final Pattern LENGTH = Pattern.compile("([1-9]\\d{0,4})([mhd])");
  private static final List<String> USAGE =
      List.of("inference_geo", "model", "service_tier", "workspace_id");
  private static final Set<String> USAGE_ANY =
      Set.of(
          "model",
          "workspace_id",
          "service_tier",
          "inference_geo",
          "api_key_id",
          "context_window",
          "speed");
  private static final List<String> COST = List.of("description", "workspace_id");
  static final Set<String> NAMES =
      Set.of(
          "namespace",
          "width",
          "group_by",
          "initial_interval",
          "cost_group_by",
          "cost_initial_interval",
          "interval");

  /**
   * @throws IllegalArgumentException in words
   */
  static ElasticSettings of(Map<String, String> options) {
    checkNames(options);
    return new ElasticSettings(
        checked("namespace", options.getOrDefault("namespace", "default"), NAMESPACE),
        checked("width", options.getOrDefault("width", "1h"), Pattern.compile("1[mhd]")),
        list("group_by", options, USAGE, USAGE_ANY),
        since("initial_interval", options, "24h"),
        list("cost_group_by", options, COST, Set.copyOf(COST)),
        since("cost_initial_interval", options, "168h"),
        length("interval", options.getOrDefault("interval", "15m")),
        options.containsKey("group_by"));
  }

  private static void checkNames(Map<String, String> options) {
    options.keySet().stream()
        .filter(name -> !NAMES.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              name + " is no setting of elastic; there are " + sorted(NAMES));
        });
  }

  private static List<String> list(
      String name, Map<String, String> options, List<String> standard, Set<String> known) {
    List<String> list =
        Optional.ofNullable(options.get(name))
            .map(text -> Arrays.stream(text.split(",")).map(String::strip).sorted().toList())
            .orElse(standard);
    if (!known.containsAll(list)) {
      throw new IllegalArgumentException(name + " is one or more of " + sorted(known));
    }
    return list;
  }

  private static Optional<Duration> since(
      String name, Map<String, String> options, String standard) {
    String text = options.getOrDefault(name, standard);
    return text.equals("all") ? Optional.empty() : Optional.of(length(name, text));
  }

  private static Duration length(String name, String text) {
    Matcher parts = LENGTH.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(name + " is a length such as 15m, 24h or 7d");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static String checked(String name, String text, Pattern allowed) {
    if (!allowed.matcher(text).matches()) {
      throw new IllegalArgumentException(name + " cannot be " + text);
    }
    return text;
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }
}
