package dev.outlay.shape.focus.check;

import static dev.outlay.shape.focus.FocusVersion.V1_2;
import static dev.outlay.shape.focus.FocusVersion.V1_4;
import static java.util.stream.Collectors.toMap;

import dev.outlay.shape.focus.FocusVersion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column that FOCUS knows.
 *
 * @param need whether it must be there
 * @param nullable whether its cells may be empty
 * @param versions those that have it
 */
record Known(String name, Kind kind, Need need, boolean nullable, Set<FocusVersion> versions) {
  /** What a cell is. */
  enum Kind {
    TEXT,
    DECIMAL,
    INSTANT,
    /** A JSON object of plain values. */
    PAIRS
  }

  /** Whether a column must be there. */
  enum Need {
    MUST,
    /** Only recommended, and counted as missing by the official validator all the same. */
    SHOULD,
    MAY
  }

  private static final Set<FocusVersion> ALL = Set.of(FocusVersion.values());

  /** All of them, by name. */
  static final Map<String, Known> COLUMNS =
      Stream.of(
              all(
                  Kind.DECIMAL,
                  Need.MUST,
                  false,
                  "BilledCost ContractedCost EffectiveCost ListCost"),
              all(Kind.DECIMAL, Need.MUST, true, "PricingQuantity"),
              all(
                  Kind.INSTANT,
                  Need.MUST,
                  false,
                  "BillingPeriodStart BillingPeriodEnd ChargePeriodStart ChargePeriodEnd"),
              all(
                  Kind.TEXT,
                  Need.MUST,
                  false,
                  "BillingAccountId BillingCurrency ChargeCategory InvoiceIssuerName ServiceCategory ServiceName"),
              all(
                  Kind.TEXT,
                  Need.MUST,
                  true,
                  "BillingAccountName ChargeClass ChargeDescription PricingUnit"),
              of(V1_2, Need.MUST, false, "ProviderName PublisherName"),
              of(V1_4, Need.MUST, false, "ServiceProviderName HostProviderName"),
              all(Kind.TEXT, Need.SHOULD, false, "ChargeFrequency ServiceSubcategory"),
              all(Kind.TEXT, Need.SHOULD, true, "InvoiceId"),
              all(
                  Kind.DECIMAL,
                  Need.MAY,
                  true,
                  "CommitmentDiscountQuantity ConsumedQuantity ContractedUnitPrice ListUnitPrice"
                      + " PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice"),
              all(
                  Kind.TEXT,
                  Need.MAY,
                  true,
                  "AvailabilityZone BillingAccountType CapacityReservationId CapacityReservationStatus CommitmentDiscountCategory"
                      + " CommitmentDiscountId CommitmentDiscountName CommitmentDiscountStatus CommitmentDiscountType"
                      + " CommitmentDiscountUnit ConsumedUnit PricingCategory PricingCurrency RegionId RegionName ResourceId"
                      + " ResourceName ResourceType SkuId SkuMeter SkuPriceId SubAccountId SubAccountName SubAccountType"),
              all(Kind.PAIRS, Need.MAY, true, "SkuPriceDetails Tags"),
              of(
                  V1_4,
                  Need.MAY,
                  true,
                  "AllocatedMethodId AllocatedMethodDetails AllocatedResourceId AllocatedResourceName AllocatedTags"
                      + " ContractApplied InvoiceDetailId"))
          .flatMap(each -> each)
          .collect(toMap(Known::name, each -> each, (a, _) -> a, LinkedHashMap::new));

  private static Stream<Known> all(Kind kind, Need need, boolean nullable, String names) {
    return Arrays.stream(names.split(" ")).map(name -> new Known(name, kind, need, nullable, ALL));
  }

  private static Stream<Known> of(FocusVersion only, Need need, boolean nullable, String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> new Known(name, Kind.TEXT, need, nullable, Set.of(only)));
  }
}
