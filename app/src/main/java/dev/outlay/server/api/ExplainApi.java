package dev.outlay.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outlay.access.Role;
import dev.outlay.server.Access;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Says;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one number came to be. */
public record ExplainApi() {
  private static final Parameter<String> MEASURE =
      Parameter.text("measure", "Which measure of the ask.").must().example("cost");
  private static final Parameter<Instant> TIME =
      Parameter.instant("time", "The time of the row, where the ask has a grain.");
  private static final Parameter<String> GROUPS =
      Parameter.text(
          "groups",
          "The ids of the row's groups in the order of by, with commas, in \"quotes\" where they have"
              + " commas themselves; empty for none.");

  @Says("How one number came to be.")
  record Explanation(
      String formula,
      String meaning,
      String dataset,
      @Says("What its rows were grouped by.") Optional<String> cut,
      @Says("Of its buckets: 1d, 1h, 1m.") Optional<String> width,
      @Says("How many stored rows it is made of.") Optional<Long> rows,
      @Says("Whether it may still change.") boolean settled,
      @Says("How tokens became money, where that is an estimate.")
          Optional<List<PricedPart>> priced,
      @Says("What was believed when, oldest first.") List<RevisedValue> revisions,
      AskLinks ask) {}

  @Says("Tokens and their price.")
  record PricedPart(
      String model,
      String tokenType,
      @Nullable Long tokens,
      @Says("USD per million tokens; left out where it is not known.") Optional<BigDecimal> price,
      @Says("Since when the price holds.") Optional<Instant> since,
      @Says("USD; left out where the price is not known.") Optional<BigDecimal> amount) {}

  @Says("A value as it was believed for a while.")
  record RevisedValue(
      Instant knownFrom,
      @Says("Left out where it still is.") Optional<Instant> knownTo,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value) {}

  @Says("The ask that gives this number, for each way to ask.")
  record AskLinks(
      @Says("Of the Explorer page.") String url,
      @Says("The command line.") String cli,
      @Says("The address of the HTTP API.") String api) {}

  public List<Endpoint> endpoints() {
    List<Parameter<?>> all =
        Stream.concat(AskParameters.ALL.stream(), Stream.of(MEASURE, TIME, GROUPS)).toList();
    return List.of(
        Endpoint.get("/api/v1/explain", Explanation.class)
            .says("How one number of an ask's answer came to be.")
            .takes(all)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(_ -> {
              throw Refusal.unfit("asks are not there yet", "");
            }));
  }
}
