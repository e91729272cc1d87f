package dev.outlay.ask.catalogue;

import static dev.outlay.ask.Data.ANALYTICS_COST;
import static dev.outlay.ask.Data.COST;
import static dev.outlay.ask.Unit.CURRENCY;
import static dev.outlay.ask.Unit.USD;
import static dev.outlay.ask.Unit.USD_PER_MTOK;

import dev.outlay.ask.How.Billed;
import dev.outlay.ask.How.Divided;
import dev.outlay.ask.How.Priced;
import dev.outlay.ask.How.Summed;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Way;
import java.util.List;

/** What it cost. */
final class Money {
  static final List<Measure> ALL =
      List.of(
          new Measure(
              "cost",
              "Cost",
              USD,
              "What the API bills, after discounts; the last day comes with a delay and is estimated until then.",
              "sum of amount_usd",
              new Billed(
                  List.of(
                      Way.dollars(COST, "amount_cents"),
                      Way.dollars(ANALYTICS_COST, "amount_cents")))),
          new Measure(
              "amount",
              "Amount billed",
              CURRENCY,
              "The bill in the currency it is in; filter or group by currency.",
              "sum of amount_cents / 100",
              new Summed(List.of(Way.money(COST, "amount_cents")))),
          new Measure(
              "list_cost",
              "Cost at list price",
              USD,
              "What it would have cost without discounts, as the analytics API says.",
              "sum of list_amount_cents / 100",
              new Summed(List.of(Way.dollars(ANALYTICS_COST, "list_amount_cents")))),
          new Measure(
              "estimated_cost",
              "Estimated cost",
              USD,
              "Tokens times the prices of the price book; it can be had by key and hour, where no bill is.",
              "sum of tokens x price / 1,000,000 + web searches x price",
              new Priced()),
          new Measure(
              "cost_per_mtok",
              "Cost per million tokens",
              USD_PER_MTOK,
              "What a million tokens of any kind cost on average.",
              "cost / tokens x 1,000,000",
              new Divided("cost", List.of("tokens"), 1_000_000)));

  private Money() {}
}
