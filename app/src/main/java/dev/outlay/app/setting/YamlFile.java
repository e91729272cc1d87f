package dev.outlay.app.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML file with the line of everything in it.
 *
 * @param name as messages show it
 */
public record YamlFile(String name) {
  private static final Pattern BARE_BRACES = Pattern.compile("^[^#'\"]*[:,-]\\s*\\{\\{");
  private static final String TOO_MUCH = ": this is nested deeper, or says more, than settings can";
  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 10_000;
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  /** What the text says; nothing where it is empty. */
  public Written.Fields read(String text) {
    refuseBareBraces(text);
    Optional<Node> root;
    try {
      root = new Compose(SETTINGS).composeString(text);
    } catch (MarkedYamlEngineException e) {
      // Not the message of the parser: it quotes the line, and the line may hold a key.
      throw new WrongUse(place(e.getProblemMark()) + ": this is not YAML: " + e.getProblem());
    } catch (YamlEngineException _) {
      throw new WrongUse(name + ": this is not YAML");
    } catch (StackOverflowError _) {
      // The parser calls itself for every bracket that opens.
      throw new WrongUse(name + TOO_MUCH);
    }
    root.ifPresent(this::weigh);
    return root.filter(node -> !isNothing(node)).map(this::fields).orElse(Written.Fields.NONE);
  }

  /** The likeliest slip: YAML takes bare braces for a mapping, and says so in words of its own. */
  private void refuseBareBraces(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (BARE_BRACES.matcher(lines.get(i)).find()) {
        throw new WrongUse(name + " line " + (i + 1) + ": put quotes round {{ … }}");
      }
    }
  }

  /** By anchors a few lines can stand for more values than memory holds, or for themselves. */
  private void weigh(Node root) {
    if (room(root, MOST_VALUES, DEEPEST) < 0) {
      throw new WrongUse(name + TOO_MUCH);
    }
  }

  /** How many more values there may be after those in the node; below zero, it was too much. */
  private static int room(Node node, int before, int depth) {
    int left = depth == 0 ? -1 : before - 1;
    for (Node child : children(node)) {
      left = left < 0 ? left : room(child, left, depth - 1);
    }
    return left;
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case SequenceNode list -> list.getValue();
      case MappingNode map -> map.getValue().stream().map(NodeTuple::getValueNode).toList();
      default -> List.of();
    };
  }

  private Written.Fields fields(Node root) {
    if (written(root, place(root.getStartMark())) instanceof Written.Fields fields) {
      return fields;
    }
    throw new WrongUse(place(root.getStartMark()) + ": settings are written as name: value");
  }

  private Written written(Node node, String place) {
    return switch (node) {
      case ScalarNode scalar -> new Written.Text(scalar.getValue(), place);
      case SequenceNode list ->
          new Written.Items(
              list.getValue().stream()
                  .map(item -> written(item, place(item.getStartMark())))
                  .toList(),
              place);
      case MappingNode map -> mapping(map, place);
      default -> throw new WrongUse(place + ": this YAML is not understood");
    };
  }

  /** A value stands where its name does, for that is the line to look at. */
  private Written mapping(MappingNode map, String place) {
    Map<String, Written> fields = new LinkedHashMap<>();
    for (NodeTuple each : map.getValue()) {
      String where = place(each.getKeyNode().getStartMark());
      String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!isNothing(each.getValueNode())
          && fields.put(key, written(each.getValueNode(), where)) != null) {
        throw new WrongUse(where + ": " + Secrets.mask(key) + " is there twice");
      }
    }
    return new Written.Fields(fields, place);
  }

  private static boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private String place(Optional<Mark> mark) {
    return name + mark.map(at -> " line " + (at.getLine() + 1)).orElse("");
  }
}
