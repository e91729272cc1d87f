package dev.outlay.cli;

import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Measure;
import java.util.Optional;

/** What can be asked, for people. */
record AskList(Shell shell, Catalogue catalogue) {
  void print() {
    heading("Measures");
    catalogue.measures().forEach(this::print);
    shell.out().println();
    heading("Dimensions");
    catalogue.dimensions().forEach(this::print);
    shell.out().flush();
  }

  private void heading(String text) {
    shell.out().println(shell.ink().bold(text));
  }

  private void print(Measure measure) {
    line(measure.name(), measure.meaning());
    String by = String.join(", ", catalogue.dimensions(measure));
    line("", shell.ink().dim(measure.formula() + (by.isEmpty() ? "" : " · by " + by)));
  }

  private void print(Dimension dimension) {
    String unnamed = Optional.of(dimension.unnamed()).map(" Empty: %s."::formatted).orElse("");
    line(dimension.name(), dimension.meaning() + unnamed);
  }

  private void line(String name, String text) {
    shell.out().println("  " + "%-26s".formatted(name) + " " + text);
  }
}
