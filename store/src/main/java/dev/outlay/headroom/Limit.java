package dev.outlay.headroom;

import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One limit through time.
 *
 * @param key of its row in the store
 * @param workspace the id of the workspace it is for; empty for the organisation
 * @param orgValue what the organisation's limit is, of a workspace's
 * @param source workspace or organization, of a workspace's limit
 * @param steps its values, oldest first; never empty
 * @param besideAware whether its group has a cache-aware input limit too, so that a plain one can
 *     only be the other kind
 */
record Limit(
    String key,
    String connection,
    Optional<String> workspace,
    String limitId,
    String group,
    String groupType,
    Optional<String> name,
    List<String> models,
    String limiter,
    Optional<Long> orgValue,
    Optional<String> source,
    List<Step> steps,
    boolean besideAware) {
  /** Families whose input limits count cache reads; limits of newer models do not. */
  private static final Set<String> OLD =
      Set.of("claude-3-5-haiku", "claude-3-haiku", "claude-3-opus", "claude-3-sonnet");

  /** The same for every limit of one group. */
  String groupKey() {
    return String.join("|", limitId, group, groupType);
  }

  private boolean isOld() {
    return models.stream().anyMatch(model -> OLD.stream().anyMatch(model::startsWith));
  }

  Limit beside(String aware) {
    return limiter.equals(aware)
        ? this
        : new Limit(
            key,
            connection,
            workspace,
            limitId,
            group,
            groupType,
            name,
            models,
            limiter,
            orgValue,
            source,
            steps,
            true);
  }

  /** What it limits. */
  Limiter kind() {
    return Limiter.of(limiter, groupType, besideAware || isOld());
  }

  /** The name of its group, for people. */
  String title() {
    return name.orElseGet(() -> groupType.isEmpty() ? group : Limiter.spoken(groupType));
  }

  /** What was allowed at that time. */
  Optional<Long> at(Instant time) {
    return steps.stream()
        .filter(step -> !step.from().isAfter(time))
        .reduce((_, later) -> later)
        .orElse(steps.getFirst())
        .value();
  }

  /** When its value was first seen. */
  Instant knownSince() {
    return steps.getFirst().from();
  }

  /** The value that holds at the end of the period; empty where it was taken away before. */
  Optional<Long> value(Span period) {
    return steps.stream()
        .filter(step -> step.from().isBefore(period.end()))
        .reduce((_, later) -> later)
        .or(() -> Optional.of(steps.getFirst()))
        .flatMap(Step::value);
  }

  /**
   * The steps that matter in the period. Before it was first seen a limit is taken to have been the
   * same, for nobody can tell any more.
   */
  List<Step> steps(Span period) {
    Optional<Step> before =
        steps.stream()
            .filter(step -> !step.from().isAfter(period.start()))
            .reduce((_, later) -> later)
            .or(() -> Optional.of(steps.getFirst()));
    return Stream.concat(
            before.stream(), steps.stream().filter(step -> period.contains(step.from())))
        .distinct()
        .toList();
  }

  /** Whether it was there at any time of the period. */
  boolean isIn(Span period) {
    return steps.getFirst().from().isAfter(period.start())
        || steps(period).stream().anyMatch(step -> step.value().isPresent());
  }
}
