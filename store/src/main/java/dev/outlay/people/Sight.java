package dev.outlay.people;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.store.Tables;
import java.util.Optional;
import java.util.Set;

/**
 * The workspaces that may be seen.
 *
 * @param ids empty for all
 * @param unnamed whether what the reports give no workspace is among them: the default one
 */
record Sight(Optional<Set<String>> ids, boolean unnamed) {
  static Sight of(Answers answers, Tables tables, Optional<Set<String>> ids) {
    Set<String> defaults =
        ids.isPresent() && tables.has("workspaces")
            ? Line.of(answers, "SELECT id FROM workspaces WHERE is_default").stream()
                .flatMap(line -> line.text(0).stream())
                .collect(toUnmodifiableSet())
            : Set.of();
    return new Sight(ids, ids.map(all -> all.stream().anyMatch(defaults::contains)).orElse(true));
  }

  boolean isAll() {
    return ids.isEmpty();
  }

  /** As an SQL condition on workspace_id. */
  String condition() {
    return ids.map(all ->
            "("
                + all.stream()
                    .sorted()
                    .map(id -> "workspace_id = " + Literal.of(id))
                    .collect(joining(" OR ", "false OR ", ""))
                + (unnamed ? " OR workspace_id IS NULL" : "")
                + ")")
        .orElse("true");
  }

  boolean sees(Optional<Named> workspace) {
    return ids.map(all ->
            workspace
                .map(known -> known.id().isEmpty() ? unnamed : all.contains(known.id()))
                .orElse(false))
        .orElse(true);
  }
}
