package dev.outlay.dashboard;

import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Measure;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a widget must not be: asking for what there is not, or saying other than it shows. */
public record WidgetRules(Catalogue catalogue) {
  /** What is wrong with it, in words; nothing where it is right. */
  public Optional<String> breach(Widget widget) {
    try {
      widget.ask().measures().forEach(name -> checkDimensions(widget.ask(), name));
    } catch (AskFault fault) {
      return Optional.ofNullable(fault.getMessage());
    }
    return Stream.of(brokenPromise(widget), tooMuch(widget), misfit(widget))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void checkDimensions(Ask ask, String name) {
    Measure measure = catalogue.measure(name);
    Set<String> known = catalogue.dimensions(measure);
    dimensions(ask)
        .map(dimension -> catalogue.dimension(dimension).name())
        .filter(dimension -> !known.contains(dimension))
        .findFirst()
        .ifPresent(dimension -> {
          throw new AskFault(
              name
                  + " is not known by "
                  + dimension
                  + "; by "
                  + String.join(", ", known)
                  + " it is");
        });
  }

  private static Stream<String> dimensions(Ask ask) {
    return Stream.concat(ask.by().stream(), ask.where().dimensions());
  }

  private static Optional<String> brokenPromise(Widget widget) {
    String period = widget.ask().period().text();
    return Promise.in(widget.title())
        .filter(promise -> !promise.kept(period))
        .map(promise ->
            "its title \""
                + widget.title()
                + "\" promises "
                + promise.period()
                + ", but its window is "
                + period);
  }

  /** One figure is one measure of one thing. */
  private static Optional<String> tooMuch(Widget widget) {
    boolean many = widget.ask().measures().size() > 1 || !widget.ask().by().isEmpty();
    return widget.kind() == Widget.Kind.STAT && many
        ? Optional.of("a stat is one figure: one measure, and no by")
        : Optional.empty();
  }

  /** Tokens are no money, and a ratio is no count. */
  private Optional<String> misfit(Widget widget) {
    return widget
        .format()
        .map(Widget.Format::toString)
        .flatMap(format ->
            widget.ask().measures().stream()
                .map(catalogue::measure)
                .filter(measure -> !measure.unit().format().equals(format))
                .findFirst()
                .map(measure ->
                    measure.name()
                        + " is in "
                        + measure.unit()
                        + " and cannot be written as "
                        + format));
  }
}
