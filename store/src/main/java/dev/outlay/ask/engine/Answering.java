package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Reach;
import dev.outlay.ask.relation.Dialect;
import dev.outlay.store.Answers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers one ask: what is needed is chosen, read, and put together. */
record Answering(StoreAsking asking, Answers answers, long version) {
  Dialect dialect() {
    return asking.place().dialect();
  }

  Answer answer(Ask ask, Reach reach) {
    return sheet(ask, reach).answer(version);
  }

  Sheet sheet(Ask ask, Reach reach) {
    Catalogue catalogue = asking.catalogue();
    List<Measure> measures = ask.measures().stream().map(catalogue::measure).toList();
    List<Dimension> by = ask.by().stream().map(catalogue::dimension).toList();
    Question question = Question.of(checked(ask), asking.clock().instant());
    Holdings holdings = Holdings.of(answers, asking.place());
    List<Dimension> needed = needed(ask, reach);
    Choosing choosing = new Choosing(holdings, question, needed);
    Plan plan = plan(choosing, measures, reach);
    Names names = new Names(answers, dialect(), holdings.tables());
    Pricing pricing = new Pricing(asking.prices());
    Filtering filtering = new Filtering(answers, dialect(), catalogue, names, reach);
    Rollups rollups = new Rollups(asking.place().rollups() && ask.asOf().isEmpty(), needed);
    Reading reading =
        new Reading(
            answers, dialect(), question, filtering, names, pricing, rollups, new Ids.Met(), by);
    Set<String> connections = holdings.connections();
    KnownTimes known = new KnownTimes(holdings, question, question.buckets(), connections);
    Cube cube =
        new Cube(catalogue, plan, reading, question.buckets(), estimate(plan, known), known);
    Optional<Compared> compared =
        question
            .compared()
            .map(other -> new KnownTimes(holdings, question, other, connections))
            .map(there ->
                new Compared(
                    new Cube(catalogue, plan, reading, there.asked(), estimate(plan, there), there),
                    there));
    return new Sheet(
        question, catalogue, measures, by, plan, cube, known, compared, names, pricing);
  }

  private Ask checked(Ask ask) {
    if (ask.asOf().isPresent() && !asking.place().history()) {
      throw new AskFault(
          "as_of asks for what was believed earlier, and only the store keeps that: ask the store");
    }
    return ask;
  }

  private Plan plan(Choosing choosing, List<Measure> measures, Reach reach) {
    StoreAsking.check(asking.catalogue(), measures, reach);
    return new Plan.Maker(asking.catalogue(), choosing).plan(measures);
  }

  /** What was believed on some day is not made better by what is known now. */
  private Optional<Estimate> estimate(Plan plan, KnownTimes known) {
    return known.question().ask().asOf().isPresent() ? Optional.empty() : Estimate.of(plan, known);
  }

  private List<Dimension> needed(Ask ask, Reach reach) {
    return Stream.of(
            ask.by().stream(),
            ask.where().dimensions(),
            reach.workspaces().stream().map(_ -> "workspace"))
        .flatMap(each -> each)
        .map(asking.catalogue()::dimension)
        .distinct()
        .toList();
  }
}
