package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Asking;
import dev.outlay.ask.BeyondReach;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Data;
import dev.outlay.ask.Explained;
import dev.outlay.ask.Figure;
import dev.outlay.ask.Group;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Reach;
import dev.outlay.store.Answers;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Answers from a store, or from where one is exported to.
 *
 * @param answers who runs the queries
 * @param place what those queries have to know of it
 * @param version of the store; 0 where it is not known
 */
public record StoreAsking(
    Answers answers,
    Place place,
    Catalogue catalogue,
    Prices prices,
    InstantSource clock,
    LongSupplier version)
    implements Asking {
  /** Over the store itself. */
  public StoreAsking(
      Answers answers,
      Catalogue catalogue,
      Prices prices,
      InstantSource clock,
      LongSupplier version) {
    this(answers, Place.STORE, catalogue, prices, clock, version);
  }

  @Override
  public Answer answer(Ask ask, Reach reach) {
    try (Answers snapshot = answers.snapshot()) {
      return new Answering(this, snapshot, version.getAsLong()).answer(ask, reach);
    }
  }

  @Override
  public Explained explain(Ask ask, Figure which, Reach reach) {
    try (Answers snapshot = answers.snapshot()) {
      return new Explaining(new Answering(this, snapshot, version.getAsLong()), ask, reach)
          .of(which);
    }
  }

  @Override
  public List<Explained.Priced> prices(Ask ask, Reach reach) {
    try (Answers snapshot = answers.snapshot()) {
      Sheet sheet = new Answering(this, snapshot, version.getAsLong()).sheet(ask, reach);
      sheet.answer(version.getAsLong());
      return sheet.pricing().used();
    }
  }

  @Override
  public List<Group> values(String dimension, String contains, int limit, Reach reach) {
    try (Answers snapshot = answers.snapshot()) {
      return new Values(this, snapshot).of(dimension, contains, limit, reach);
    }
  }

  /** Refuses figures that are not of workspaces to those who may see some workspaces only. */
  static void check(Catalogue catalogue, List<Measure> measures, Reach reach) {
    if (reach.workspaces().isPresent()) {
      measures.stream()
          .filter(each -> catalogue.data(each).stream().noneMatch(Data::hasWorkspaces))
          .findFirst()
          .ifPresent(each -> {
            throw new BeyondReach(each.name());
          });
    }
  }
}
