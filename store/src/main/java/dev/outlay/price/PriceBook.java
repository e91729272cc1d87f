package dev.outlay.price;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dated prices. What is not known is empty and never nought: a model without an entry, a term that
 * no entry knows, a term that is not told and would matter. Days are UTC. Immutable; safe for use
 * by many threads.
 */
public final class PriceBook {
  private static final Pattern SNAPSHOT = Pattern.compile("-(\\d{8}|latest)$");
  private static final Comparator<LocalDate> LATEST_FIRST = Comparator.reverseOrder();

  /** The user's first: the earlier one wins. */
  private final List<Sheet> sheets;

  private PriceBook(List<Sheet> sheets) {
    this.sheets = List.copyOf(sheets);
  }

  /** Read when they are first asked for. */
  private static final class Shipped {
    private static final PriceBook BOOK = read();
  }

  /** The prices that are shipped. */
  public static PriceBook shipped() {
    return Shipped.BOOK;
  }

  private static PriceBook read() {
    PriceFile file = new PriceFile("prices.yml", Confidence.DOCUMENTED);
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(PriceBook.class.getResourceAsStream("prices.yml")),
            StandardCharsets.UTF_8)) {
      return new PriceBook(List.of(file.read(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * These prices, changed and added to by a user's file.
   *
   * @throws BadPrices when it is not there or wrong, with the place
   */
  public PriceBook with(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return with(file.toString(), text);
    } catch (IOException e) {
      throw new BadPrices(file.toString(), "this price file cannot be read: " + e.getMessage());
    }
  }

  /** As {@link #with(Path)}; the name is for messages. */
  public PriceBook with(String name, Reader text) {
    Sheet own = new PriceFile(name, Confidence.YOURS).read(text);
    return new PriceBook(Stream.concat(Stream.of(own), sheets.stream()).toList());
  }

  /** The same without discounts. */
  public PriceBook atList() {
    return new PriceBook(
        sheets.stream()
            .map(sheet -> new Sheet(sheet.entries(), List.of(), sheet.searches(), sheet.tiers()))
            .toList());
  }

  /** USD for a million tokens, after the contract's discount. */
  public Optional<BigDecimal> usdPerMillion(
      String model, TokenKind kind, Terms terms, LocalDate day) {
    return price(model, kind, terms, day).map(Price::usdPerMillion);
  }

  /** The same with how it came to be. */
  public Optional<Price> price(String model, TokenKind kind, Terms terms, LocalDate day) {
    return entry(model, day)
        .flatMap(entry -> entry.rate(kind, terms).map(rate -> price(entry, rate, model, day)));
  }

  /** What is known of a model's prices on that day. */
  public Optional<PriceEntry> entry(String model, LocalDate day) {
    return sheets.stream()
        .flatMap(sheet -> entries(sheet, model, day))
        .reduce(PriceEntry::over)
        .map(entry -> entry.withTiers(tiers()));
  }

  /** USD for one web search, after the contract's discount. */
  public Optional<BigDecimal> perWebSearch(LocalDate day) {
    return sheets.stream()
        .flatMap(sheet -> sheet.searches().stream())
        .filter(price -> price.validity().holds(day))
        .findFirst()
        .map(price -> price.usdPerThousand().movePointLeft(3))
        .map(list -> discount(Optional.empty(), day).map(each -> each.off(list)).orElse(list));
  }

  /** The days on which any price or discount changes; between two of them all stay the same. */
  public NavigableSet<LocalDate> changes() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    sheets.stream().flatMap(PriceBook::validities).flatMap(Validity::changes).forEach(days::add);
    return days;
  }

  /** The id without the date of a snapshot. */
  public static String family(String model) {
    return SNAPSHOT.matcher(model).replaceFirst("");
  }

  private Map<String, BigDecimal> tiers() {
    return sheets.stream().map(Sheet::tiers).reduce(PriceEntry::both).orElse(Map.of());
  }

  /** Of one sheet: the exact id before its family, the later before the earlier. */
  private static Stream<PriceEntry> entries(Sheet sheet, String model, LocalDate day) {
    return sheet.entries().stream()
        .filter(entry -> family(entry.model()).equals(family(model)))
        .filter(entry -> entry.validity().holds(day))
        .sorted(
            comparing((PriceEntry entry) -> !entry.model().equals(model))
                .thenComparing(PriceBook::since, LATEST_FIRST));
  }

  private static LocalDate since(PriceEntry entry) {
    return entry.validity().from().orElse(LocalDate.MIN);
  }

  private Price price(PriceEntry entry, Rate rate, String model, LocalDate day) {
    Optional<Discount> discount = discount(Optional.of(model), day);
    BigDecimal list = rate.usdPerMillion();
    return new Price(
        discount.map(each -> each.off(list)).orElse(list),
        list,
        rate.confidence(),
        entry,
        discount);
  }

  /** The one for the model, or else the one for everything; of several, the latest. */
  private Optional<Discount> discount(Optional<String> model, LocalDate day) {
    String family = model.map(PriceBook::family).orElse("");
    return sheets.stream()
        .flatMap(sheet -> sheet.discounts().stream())
        .filter(each -> each.validity().holds(day))
        .filter(each -> each.models().isEmpty() || each.models().contains(family))
        .min(
            comparing((Discount each) -> each.models().isEmpty())
                .thenComparing(each -> each.validity().from().orElse(LocalDate.MIN), LATEST_FIRST));
  }

  private static Stream<Validity> validities(Sheet sheet) {
    return Stream.of(
            sheet.entries().stream().map(PriceEntry::validity),
            sheet.discounts().stream().map(Discount::validity),
            sheet.searches().stream().map(SearchPrice::validity))
        .flatMap(each -> each);
  }
}
