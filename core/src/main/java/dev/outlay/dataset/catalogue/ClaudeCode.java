package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.From.needed;

import dev.outlay.dataset.Cells;
import dev.outlay.dataset.From;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.table.Type;
import dev.outlay.table.Type.Plain;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the three Claude Code tables work out of one record: sums over its models. */
final class ClaudeCode {
  static final From ACTOR = needed("actor.email_address", "actor.api_key_name");
  private static final String MODELS = "model_breakdown";

  private ClaudeCode() {}

  /** Tokens of a kind over all models; null where no breakdown was given. */
  static @Nullable Object total(Node item, String kind) {
    return item.get(MODELS) == null
        ? null
        : (Object)
            item.each(MODELS).stream()
                .mapToLong(model -> tokens(model, kind))
                .reduce(0, (a, b) -> added(a, b, kind));
  }

  /** The estimate over all models; null where they differ in currency or none was given. */
  static @Nullable Object cost(Node item) {
    List<BigDecimal> amounts =
        item.each(MODELS).stream().map(ClaudeCode::amount).flatMap(List::stream).toList();
    return currencies(item).size() == 1
        ? amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
        : null;
  }

  static @Nullable Object currency(Node item) {
    List<String> currencies = currencies(item);
    return currencies.size() == 1 ? currencies.getFirst() : null;
  }

  static @Nullable Object models(Node item) {
    return item.get(MODELS) == null
        ? null
        : item.each(MODELS).stream()
            .map(model -> text(model, "model"))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
  }

  static @Nullable Object integer(Node node, String path) {
    return cell(Plain.INTEGER, node, path);
  }

  static @Nullable String text(Node node, String path) {
    return (String) cell(Plain.TEXT, node, path);
  }

  static @Nullable Object cell(Type type, Node node, String path) {
    return Cells.cell(type, node.at(List.of(path.split("\\."))), MODELS + "." + path);
  }

  private static long tokens(Node model, String kind) {
    return integer(model, "tokens." + kind) instanceof Long count ? count : 0;
  }

  private static long added(long a, long b, String kind) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException e) {
      throw new Misfit(MODELS + ".tokens." + kind, "a sum of more than 64 bits");
    }
  }

  private static List<BigDecimal> amount(Node model) {
    return cell(Type.CENTS, model, "estimated_cost.amount") instanceof BigDecimal amount
        ? List.of(amount)
        : List.of();
  }

  private static List<String> currencies(Node item) {
    return item.each(MODELS).stream()
        .map(model -> text(model, "estimated_cost.currency"))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
