package dev.outlay.export;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.price.PriceBook;
import dev.outlay.shape.focus.FocusExport;
import dev.outlay.shape.focus.FocusForm;
import dev.outlay.shape.focus.FocusManifest;
import dev.outlay.shape.focus.FocusShape;
import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.shape.focus.Provider;
import dev.outlay.store.Answers;
import dev.outlay.store.Store;
import dev.outlay.table.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the bill as FOCUS, to a file and its manifest. */
record FocusFiles(Store store, PriceBook prices) {
  static final String FORMAT = "focus";
  static final String VERSION = "focus_version";

  Granted write(Wish wish, Optional<Span> period) {
    FocusVersion version = version(wish);
    Path file = file(wish, version);
    if (wish.dry()) {
      return well("would write " + file + " and its manifest");
    }
    try (Answers moment = store.moment()) {
      FocusShape shape = new FocusShape(prices, version, Provider.ANTHROPIC);
      FocusForm form = FocusForm.ofFile(file).orElseThrow();
      return told(file, new FocusExport(moment, shape).write(file, form, period));
    }
  }

  private static Path file(Wish wish, FocusVersion version) {
    Path to =
        Path.of(wish.to().orElseThrow(() -> new WrongUse("say which file to write with --to")));
    Path file = FocusExport.target(to, version, FocusForm.CSV);
    if (FocusForm.ofFile(file).isEmpty()) {
      throw new WrongUse(
          "name a folder, or a file that ends with ." + String.join(" or .", FocusForm.NAMES));
    }
    return file;
  }

  private static FocusVersion version(Wish wish) {
    String name = wish.options().getOrDefault(VERSION, FocusVersion.NAMES.getFirst());
    return FocusVersion.named(name)
        .orElseThrow(() ->
            new WrongUse(
                "there is no FOCUS version " + name + Nearest.hint(name, FocusVersion.NAMES)));
  }

  private static Granted told(Path file, FocusManifest manifest) {
    String billed =
        manifest.billed().entrySet().stream()
            .map(each -> each.getValue().stripTrailingZeros().toPlainString() + " " + each.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
    return well(
        "%s  FOCUS %s  %d rows  %s  quantities: %d measured, %d derived, %d unknown"
            .formatted(
                file,
                manifest.version(),
                manifest.rows(),
                billed,
                manifest.counts().measured(),
                manifest.counts().derived(),
                manifest.counts().withoutQuantity()));
  }

  private static Granted well(String line) {
    return Granted.well(List.of(line));
  }
}
