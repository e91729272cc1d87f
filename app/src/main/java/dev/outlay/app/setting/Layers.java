package dev.outlay.app.setting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All places where a setting may be written, the strongest first. */
public record Layers(List<Layer> layers) {
  public Layers {
    layers = List.copyOf(layers);
  }

  /** These, with a stronger one before them. */
  public Layers under(Layer stronger) {
    return new Layers(Stream.concat(Stream.of(stronger), layers.stream()).toList());
  }

  /** What holds; empty where nothing is written and there is no default. */
  public <T> Optional<T> find(Setting<T> setting) {
    return layers.stream()
        .flatMap(layer -> layer.find(setting).stream())
        .findFirst()
        .map(written -> setting.kind().value(setting.name(), written))
        .or(setting::fallbackValue);
  }

  /** What holds, of a setting that has a default. */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow(() -> new WrongUse(setting.name() + " is not set"));
  }
}
