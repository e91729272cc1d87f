package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.From;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one page as a stream: each item becomes rows as soon as it and what its columns need of the
 * object round it are known, so that memory does not grow with the page. The order of fields is not
 * promised: items that come before what they need wait for it.
 */
final class PageReader {
  private static final int USUAL_FIELDS = 16;
  private static final int OUTER = -1;
  private final Dataset dataset;
  private final Check check;
  private final Batches batches;
  private final List<List<List<String>>> needed;
  private final List<Node> waiting = new ArrayList<>();
  private int element;
  private int item;
  private boolean ready;

  PageReader(Dataset dataset, Check check, Batches batches) {
    this.dataset = dataset;
    this.check = check;
    this.batches = batches;
    this.needed =
        dataset.fields().stream()
            .map(field -> field.from() instanceof From.Outer outer ? outer.spellings() : null)
            .filter(Objects::nonNull)
            .toList();
  }

  /** The fields of the page besides its items. */
  Node read(InputStream body) {
    try (JsonParser parser = Json.parser(body)) {
      expect(JsonToken.START_OBJECT, parser.nextToken());
      Node root = level(parser, 0);
      if (dataset.items().isEmpty()) {
        batches.item(root, root);
      }
      batches.flush(1);
      return root;
    } catch (Misfit misfit) {
      throw misfit.within(place());
    }
  }

  /** The object at the brace, whose list on this level is read as it comes. */
  private Node level(JsonParser parser, int depth) {
    Node node = new Node(USUAL_FIELDS);
    boolean found = depth == dataset.items().size();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (depth < dataset.items().size() && name.equals(dataset.items().get(depth))) {
        expect(JsonToken.START_ARRAY, token);
        list(parser, node, depth);
        found = true;
      } else {
        node.add(name, Json.value(parser));
      }
    }
    if (!found) {
      throw new Misfit(dataset.items().get(depth), "missing, and it is needed");
    }
    close(node, depth);
    return node;
  }

  private void list(JsonParser parser, Node outer, int depth) {
    boolean innermost = depth == dataset.items().size() - 1;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_OBJECT, parser.currentToken());
      if (innermost) {
        item(outer, Json.object(parser, USUAL_FIELDS));
      } else {
        ready = false;
        item = 0;
        level(parser, depth + 1);
        element++;
      }
    }
  }

  private void item(Node outer, Node node) {
    if (!ready && known(outer)) {
      open(outer);
    }
    if (ready) {
      batches.item(outer, node);
      item++;
    } else {
      waiting.add(node);
    }
  }

  /** The object round the items is complete: what waited for it can be read now. */
  private void close(Node outer, int depth) {
    if (depth != dataset.items().size() - 1) {
      return;
    }
    if (!ready) {
      open(outer);
    }
    for (Node node : waiting) {
      batches.item(outer, node);
      item++;
    }
    waiting.clear();
  }

  private void open(Node outer) {
    item = OUTER;
    check.outer(outer);
    item = 0;
    ready = true;
  }

  private boolean known(Node outer) {
    return needed.stream().allMatch(spellings -> spellings.stream().anyMatch(p -> has(outer, p)));
  }

  private static boolean has(Node outer, List<String> path) {
    return outer.at(path) != null;
  }

  private String place() {
    List<String> lists = dataset.items();
    String inner = item == OUTER || lists.isEmpty() ? "" : lists.getLast() + "[" + item + "]";
    String outer = lists.size() < 2 ? "" : lists.getFirst() + "[" + element + "]";
    return outer + (outer.isEmpty() || inner.isEmpty() ? "" : ".") + inner;
  }

  private static void expect(JsonToken expected, @Nullable JsonToken found) {
    if (found != expected) {
      throw new Misfit("", (found == null ? "nothing" : found.name()) + " instead of " + expected);
    }
  }
}
