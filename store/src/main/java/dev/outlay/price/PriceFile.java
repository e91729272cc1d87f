package dev.outlay.price;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads prices written as YAML (or JSON, which is YAML).
 *
 * @param name as messages show it
 * @param confidence of a price where the file does not say
 */
record PriceFile(String name, Confidence confidence) {
  private static final Set<String> KINDS =
      Arrays.stream(TokenKind.values()).map(TokenKind::key).collect(toSet());
  private static final Set<String> ENTRY =
      and(
          KINDS,
          "id",
          "name",
          "from",
          "to",
          "seen",
          "source",
          "notes",
          "confidence",
          "us_multiplier",
          "tiers",
          "fast",
          "long_context");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Sheet read(Reader text) {
    return root(text)
        .filter(node -> !node.getTag().equals(Tag.NULL))
        .map(node -> sheet(Section.of(name, node)))
        .orElse(Sheet.EMPTY);
  }

  private Optional<Node> root(Reader text) {
    try {
      return new Compose(LoadSettings.builder().build()).composeReader(text);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
      throw new BadPrices(name + line, "this is not YAML: " + e.getProblem());
    } catch (YamlEngineException _) {
      throw new BadPrices(name, "this cannot be read as YAML");
    }
  }

  private Sheet sheet(Section root) {
    root.only(Set.of("models", "discounts", "web_search", "tiers"));
    return new Sheet(
        root.sections("models").stream().map(this::entry).toList(),
        root.sections("discounts").stream().map(PriceFile::discount).toList(),
        root.sections("web_search").stream().map(PriceFile::search).toList(),
        tiers(root));
  }

  private PriceEntry entry(Section section) {
    section.only(ENTRY);
    String id = section.text("id").orElseThrow(() -> section.wrong("id", "id is missing"));
    Confidence usual = confidence(section).orElse(confidence);
    return new PriceEntry(
        id,
        section.text("name").orElse(id),
        validity(section),
        section.day("seen"),
        section.text("source").orElse(name),
        section.texts("notes"),
        rates(section, usual),
        section.section("fast").map(part -> rates(part.only(KINDS), usual)).orElse(Rates.NONE),
        section
            .section("long_context")
            .map(part -> longContext(part, usual))
            .orElse(LongContext.NONE),
        section.decimal("us_multiplier"),
        tiers(section));
  }

  private static LongContext longContext(Section section, Confidence usual) {
    section.only(and(KINDS, "above"));
    long above =
        section
            .read("above", "a whole number of tokens", Long::valueOf)
            .orElseThrow(() -> section.wrong("above", "above is missing: from how many tokens on"));
    return new LongContext(rates(section, usual), above);
  }

  private static Rates rates(Section section, Confidence usual) {
    Map<TokenKind, Rate> rates = new HashMap<>();
    for (TokenKind kind : TokenKind.values()) {
      section
          .read(
              kind.key(),
              "a price such as 12.5, in USD for a million tokens",
              text -> rate(text, usual))
          .ifPresent(rate -> rates.put(kind, rate));
    }
    return new Rates(rates);
  }

  /** A number, and how sure it is where that differs from the rest. */
  private static Rate rate(String text, Confidence usual) {
    String[] words = text.split(" ", 2);
    BigDecimal price = new BigDecimal(words[0]);
    if (price.signum() < 0) {
      throw new IllegalArgumentException();
    }
    return new Rate(price, words.length == 1 ? usual : named(words[1]));
  }

  private static Optional<Confidence> confidence(Section section) {
    return section.read(
        "confidence", "one of documented, captured, disputed, uncertain", PriceFile::named);
  }

  private static Confidence named(String text) {
    return Confidence.valueOf(text.strip().toUpperCase(Locale.ROOT));
  }

  private static Map<String, BigDecimal> tiers(Section section) {
    return section.section("tiers").map(PriceFile::factors).orElse(Map.of());
  }

  private static Map<String, BigDecimal> factors(Section section) {
    return section.names().stream()
        .collect(toMap(tier -> tier, tier -> section.decimal(tier).orElseThrow()));
  }

  private static Discount discount(Section section) {
    section.only(Set.of("percent", "models", "from", "to"));
    BigDecimal percent =
        section
            .decimal("percent")
            .filter(each -> each.signum() >= 0 && each.compareTo(HUNDRED) <= 0)
            .orElseThrow(() -> section.wrong("percent", "percent must be there, from 0 to 100"));
    List<String> families = section.texts("models").stream().map(PriceBook::family).toList();
    return new Discount(percent, Set.copyOf(families), validity(section));
  }

  private static SearchPrice search(Section section) {
    section.only(Set.of("usd_per_thousand", "from", "to"));
    return new SearchPrice(
        section
            .decimal("usd_per_thousand")
            .filter(each -> each.signum() >= 0)
            .orElseThrow(() ->
                section.wrong(
                    "usd_per_thousand", "usd_per_thousand must be there, and not negative")),
        validity(section));
  }

  private static Validity validity(Section section) {
    Validity validity = new Validity(section.day("from"), section.day("to"));
    if (validity.from().flatMap(from -> validity.to().map(from::isAfter)).orElse(false)) {
      throw section.wrong("to", "to is before from");
    }
    return validity;
  }

  private static Set<String> and(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).collect(toSet());
  }
}
