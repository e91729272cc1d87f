package dev.outlay.shape.focus;

import static dev.outlay.shape.focus.FocusColumn.empty;
import static dev.outlay.shape.focus.FocusColumn.fixed;
import static dev.outlay.shape.focus.FocusColumn.text;
import static dev.outlay.shape.focus.FocusColumn.typed;

import dev.outlay.table.Type;
import dev.outlay.table.Type.Plain;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every column, in the order of the file: what must be there, what else applies, our own. */
record FocusColumns(Provider provider) {
  private static final Type MONEY = new Type.Decimal(38, Priced.SCALE);
  private static final Type PRICE = new Type.Decimal(38, 18);
  private static final Type QUANTITY = new Type.Decimal(38, Quantity.SCALE);

  List<FocusColumn> in(FocusVersion version) {
    return Stream.of(mandatory(), names(version), service(), applying(), prices(), own())
        .flatMap(List::stream)
        .toList();
  }

  private List<FocusColumn> mandatory() {
    return List.of(
        typed("BilledCost", MONEY, "The cost report's amount.", line -> line.charge().billed()),
        text("BillingAccountId", "The organisation's id.", line -> line.charge().account().id()),
        text("BillingAccountName", "Its name.", line -> line.charge().account().name()),
        text("BillingCurrency", "The bill's currency.", line -> line.charge().currency()),
        typed("BillingPeriodEnd", Plain.INSTANT, "The end of that month.", line -> month(line, 1)),
        typed("BillingPeriodStart", Plain.INSTANT, "The UTC month.", line -> month(line, 0)),
        fixed("ChargeCategory", "All of the cost report is usage.", "Usage"),
        empty("ChargeClass", "No correction: what is revised replaces its row."),
        text("ChargeDescription", "The line of the bill.", FocusColumns::description),
        typed("ChargePeriodEnd", Plain.INSTANT, "The end of that day.", line -> line.charge().to()),
        typed("ChargePeriodStart", Plain.INSTANT, "The UTC day.", line -> line.charge().from()),
        typed("ContractedCost", MONEY, "At the contract's price.", Priced::contractedCost),
        typed("EffectiveCost", MONEY, "What was billed.", line -> line.charge().billed()),
        fixed("InvoiceIssuerName", "Who writes the invoice.", provider.issuer()),
        typed("ListCost", MONEY, "At list price.", Priced::listCost),
        typed("PricingQuantity", QUANTITY, "How much.", line -> line.quantity().priced()),
        text(
            "PricingUnit", "Of what.", line -> line.meter().unit().map(Unit::priced).orElse(null)));
  }

  private List<FocusColumn> names(FocusVersion version) {
    return switch (version) {
      case V1_2 ->
          List.of(
              fixed("ProviderName", "Who offers the service.", provider.provider()),
              fixed("PublisherName", "Who made it.", provider.publisher()));
      case V1_4 ->
          List.of(
              fixed("ServiceProviderName", "Who offers the service.", provider.provider()),
              fixed("HostProviderName", "On whose machines it runs.", provider.host()));
    };
  }

  private static List<FocusColumn> service() {
    return List.of(
        fixed("ServiceCategory", "The kind of service.", "AI and Machine Learning"),
        fixed("ServiceName", "The service.", "Claude API"),
        fixed("ServiceSubcategory", "The kind of service, closer.", "Generative AI"),
        fixed("ChargeFrequency", "How often it is charged.", "Usage-Based"),
        empty("InvoiceId", "No invoice is known."),
        empty("AvailabilityZone", "There are none."));
  }

  private static List<FocusColumn> applying() {
    return List.of(
        text("SubAccountId", "The workspace; null: default.", line -> workspace(line).id()),
        text("SubAccountName", "Its name.", line -> workspace(line).name()),
        text("SkuId", "Model and meter.", line -> sku(line).id()),
        text("SkuPriceId", "The same with its terms.", line -> sku(line).priceId()),
        text("SkuMeter", "What is counted.", line -> line.meter().name()),
        typed("SkuPriceDetails", Plain.JSON, "What has the price.", line -> sku(line).details()),
        fixed("PricingCategory", "Agreed rates.", "Standard"),
        typed("ListUnitPrice", PRICE, "The list price of a unit.", Priced::listPrice),
        typed("ContractedUnitPrice", PRICE, "The contract's.", Priced::contractedPrice),
        typed("ConsumedQuantity", QUANTITY, "Tokens, requests or hours.", Priced::consumed),
        text("ConsumedUnit", "Which of them.", FocusColumns::consumedUnit),
        text("RegionId", "Where it ran, if that is a place.", line -> Region.id(geo(line))),
        text("RegionName", "Its name.", line -> Region.name(geo(line))),
        typed("Tags", Plain.JSON, "The workspace's tags.", line -> workspace(line).tags()));
  }

  private static List<FocusColumn> prices() {
    return List.of(
        text("PricingCurrency", "The bill's currency.", line -> line.charge().currency()),
        typed("PricingCurrencyContractedUnitPrice", PRICE, "As above.", Priced::contractedPrice),
        typed("PricingCurrencyEffectiveCost", MONEY, "As above.", line -> line.charge().billed()),
        typed("PricingCurrencyListUnitPrice", PRICE, "As above.", Priced::listPrice),
        empty("CommitmentDiscountStatus", "No commitment is in the cost report."));
  }

  private static List<FocusColumn> own() {
    return List.of(
        text("x_Connection", "The connection's name.", line -> line.charge().connection()),
        text("x_WorkspaceName", "The default one too.", FocusColumns::workspaceName),
        text("x_ServiceTier", "As the API says it.", line -> line.charge().tier()),
        text("x_ContextWindow", "As the API says it.", line -> line.charge().window()),
        text("x_InferenceGeo", "As the API says it.", line -> geo(line)),
        text("x_Speed", "fast, or null.", line -> line.charge().isFast() ? Charge.FAST : null),
        text("x_CostType", "As the API says it.", line -> line.charge().costType()),
        text("x_TokenType", "As the API says it.", line -> line.charge().tokenType()),
        text("x_QuantitySource", "measured, derived or unknown.", FocusColumns::source),
        text("x_QuantityCut", "The cut it was measured in.", FocusColumns::cut),
        typed("x_PriceSeen", Plain.DATE, "When the price was last seen.", FocusColumns::seen),
        typed("x_Settled", Plain.BOOLEAN, "Whether it is final.", line -> line.charge().settled()),
        typed("x_Revision", Plain.INTEGER, "Its last load.", line -> line.charge().revision()),
        text(FocusColumn.ROW_ID, "The row's identity.", line -> line.charge().rowId()));
  }

  private static Instant month(Priced line, int later) {
    return YearMonth.from(line.charge().day())
        .plusMonths(later)
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private static Object description(Priced line) {
    String said = line.charge().description();
    return said == null ? sku(line).id() : said;
  }

  private static @Nullable Object consumedUnit(Priced line) {
    return line.consumed() == null ? null : line.meter().unit().map(Unit::consumed).orElse(null);
  }

  private static Object workspaceName(Priced line) {
    String name = workspace(line).name();
    return name == null ? "Default" : name;
  }

  private static Object source(Priced line) {
    return line.quantity().source().toString();
  }

  private static @Nullable Object cut(Priced line) {
    return line.quantity().source() == Quantity.Source.MEASURED ? line.charge().cut() : null;
  }

  private static @Nullable Object seen(Priced line) {
    return line.rated().flatMap(Tariff.Rated::seen).orElse(null);
  }

  private static Charge.Workspace workspace(Priced line) {
    return line.charge().workspace();
  }

  private static @Nullable String geo(Priced line) {
    return line.charge().geo();
  }

  private static Sku sku(Priced line) {
    return new Sku(line.charge(), line.meter());
  }
}
