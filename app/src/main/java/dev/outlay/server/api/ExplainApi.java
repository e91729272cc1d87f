package dev.outlay.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outlay.access.Role;
import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Asking;
import dev.outlay.ask.Explained;
import dev.outlay.ask.How;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Reach;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one number came to be. */
public record ExplainApi(Asking asking, Answers answers) {
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
      @Says("Whether it does not change any more.") boolean settled,
      @Says("How tokens became money, where that is an estimate.")
          Optional<List<PricedPart>> priced,
      @Says("What was believed when, oldest first.") List<RevisedValue> revisions,
      AskLinks ask) {}

  @Says("Tokens and their price.")
  record PricedPart(
      String model,
      String tokenType,
      @Says("Tier, context window, place and speed, as far as the usage tells them.")
          Optional<String> terms,
      long tokens,
      @Says("USD per million tokens.") BigDecimal price,
      @Says("Which entry of the price book that is.") Optional<String> entry,
      @Says("Where the entry is from.") Optional<String> source,
      @Says("The first UTC day of the entry.") Optional<String> since,
      @Says("USD.") BigDecimal amount) {
    static PricedPart of(Explained.Priced priced) {
      return new PricedPart(
          priced.model(),
          priced.column(),
          Optional.of(String.join(", ", priced.terms())).filter(text -> !text.isEmpty()),
          priced.tokens().longValueExact(),
          priced.usdPerMillion(),
          priced.entry().map(Explained.Entry::name),
          priced.entry().map(Explained.Entry::source).filter(text -> !text.isBlank()),
          priced.entry().flatMap(Explained.Entry::since).map(LocalDate::toString),
          priced.amount());
    }
  }

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
            .kept(AskApi::moment)
            .by(this::explain));
  }

  private Reply explain(Call call) {
    Cell cell = new Cell(AskApi.ask(call), call.get(MEASURE), call.find(TIME), call.find(GROUPS));
    Reach reach = AskApi.reach(call.caller());
    Ask alone = cell.alone(call.at());
    Answer answer = asking.answer(alone, reach);
    List<Answer.Source> sources = answer.sources();
    List<RevisedValue> revisions =
        alone.asOf().isPresent()
            ? List.of()
            : new Revisions(asking, answers, reach)
                .of(
                    alone,
                    cell.stretch(call.at()),
                    sources.stream().map(Answer.Source::dataset).distinct().toList());
    Measure measure = asking.catalogue().measure(cell.measure());
    return Reply.of(
        new Explanation(
            measure.formula(),
            measure.meaning(),
            joined(sources, Answer.Source::dataset).orElse(""),
            joined(sources, Answer.Source::cut),
            joined(sources, Answer.Source::width),
            Optional.of(sources.stream().mapToLong(Answer.Source::rows).sum()),
            sources.stream().allMatch(Answer.Source::settled),
            priced(measure, alone, answer, reach),
            revisions,
            new AskLinks(
                "/explorer?" + alone.query(),
                alone.commandLine(),
                "/api/v1/ask?" + alone.query())));
  }

  private Optional<List<PricedPart>> priced(
      Measure measure, Ask alone, Answer answer, Reach reach) {
    return answer.totals().estimated() || measure.how() instanceof How.Priced
        ? Optional.of(asking.prices(alone, reach).stream().map(PricedPart::of).toList())
            .filter(parts -> !parts.isEmpty())
        : Optional.empty();
  }

  private static Optional<String> joined(
      List<Answer.Source> sources, Function<Answer.Source, String> part) {
    return Optional.of(
            sources.stream().map(part).distinct().filter(text -> !text.isEmpty()).toList())
        .filter(all -> !all.isEmpty())
        .map(all -> String.join("; ", all));
  }
}
