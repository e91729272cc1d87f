package dev.outlay.app.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  /** What the text says; nothing where it is empty. */
  public Written.Fields read(String text) {
    Optional<Node> root;
    try {
      root = new Compose(SETTINGS).composeString(text);
    } catch (MarkedYamlEngineException e) {
      // Not the message of the parser: it quotes the line, and the line may hold a key.
      throw new WrongUse(place(e.getProblemMark()) + ": this is not YAML: " + e.getProblem());
    } catch (YamlEngineException _) {
      throw new WrongUse(name + ": this is not YAML");
    }
    return root.filter(node -> !isNothing(node)).map(this::fields).orElse(Written.Fields.NONE);
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
