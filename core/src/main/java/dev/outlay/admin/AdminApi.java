package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Dataset.Lookup;
import dev.outlay.dataset.Window;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import dev.outlay.source.Selection;
import dev.outlay.source.Source;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Admin API as a source of rows: {@code GET} only, complete answers only. Safe for use by many
 * threads; one request budget for all of them.
 */
public final class AdminApi implements Source, AutoCloseable {
  private final AdminSettings settings;
  private final Selection selection;
  private final InstantSource clock;
  private final AdminClient client;
  private final Runnable whenClosed;
  private final String connectionId;
  private final Map<String, Set<String>> parents = new ConcurrentHashMap<>();

  public AdminApi(AdminSettings settings, Selection selection, InstantSource clock) {
    this(settings, selection, clock, Ticker.SYSTEM);
  }

  /** With elapsed time of one's own, for tests. */
  public AdminApi(AdminSettings settings, Selection selection, InstantSource clock, Ticker ticker) {
    this(settings, selection, clock, ticker, new Line(), true);
  }

  /** One of many on a line, which outlives this. */
  public static AdminApi on(
      Line line, AdminSettings settings, Selection selection, InstantSource clock, Ticker ticker) {
    return new AdminApi(settings, selection, clock, ticker, line, false);
  }

  private AdminApi(
      AdminSettings settings,
      Selection selection,
      InstantSource clock,
      Ticker ticker,
      Line line,
      boolean own) {
    this(
        settings,
        selection,
        clock,
        new AdminClient(settings, clock, ticker, line),
        own ? line::close : () -> {},
        "");
  }

  private AdminApi(
      AdminSettings settings,
      Selection selection,
      InstantSource clock,
      AdminClient client,
      Runnable whenClosed,
      String connectionId) {
    this.settings = settings;
    this.selection = selection;
    this.clock = clock;
    this.client = client;
    this.whenClosed = whenClosed;
    this.connectionId = connectionId;
  }

  /**
   * The same for a connection whose id is known; shares client and allowances with this, but asks
   * anew what parents there are.
   */
  public AdminApi as(String id) {
    return new AdminApi(settings, selection, clock, client, whenClosed, id);
  }

  /** The same for somebody who wants something else of it. */
  public AdminApi wanting(Selection other) {
    return new AdminApi(settings, other, clock, client, whenClosed, connectionId);
  }

  /** The same for somebody who has time: others are answered first. */
  public AdminApi patient() {
    return new AdminApi(settings, selection, clock, client.patient(), whenClosed, connectionId);
  }

  /**
   * Begins to load what the first request will need, on a thread of its own, and returns at once:
   * worth a tenth of a second to a program that has other things to open. Asks nothing.
   */
  public static void warmUp() {
    Thread.ofPlatform().daemon().name("outlay-warm-up").start(AdminClient::warmUp);
  }

  /** Asks who the key belongs to; one request. */
  public Organization whoAmI() {
    return new WhoAmI(client, settings.connection(), clock).ask();
  }

  /** How long the organisation's allowances make so many requests of each kind wait. */
  public Duration waitFor(Map<Budget, Integer> requests) {
    return client.waitFor(requests);
  }

  @Override
  public List<Dataset> datasets() {
    return Datasets.ALL;
  }

  @Override
  public List<Series> series(Dataset dataset) {
    return new SeriesList(selection).of(dataset, () -> parents(dataset));
  }

  @Override
  public Scope scope(Series series, Optional<Span> span) {
    Dataset dataset = dataset(series);
    return ofTheGone(dataset, series)
        ? Scope.of(new Scope.Except(column(dataset), parents(dataset)))
        : new Asking(dataset, series, span).scope();
  }

  @Override
  public Answer read(Series series, Optional<Span> span, Intake intake) {
    Dataset dataset = dataset(series);
    if (ofTheGone(dataset, series)) {
      return nothing();
    }
    Asking asking = new Asking(dataset, series, span);
    return dataset
        .lookup()
        .map(lookup -> withMissing(asking, lookup, intake))
        .orElseGet(() -> read(asking, asking.call(settings.connection(), clock.instant()), intake));
  }

  private Answer read(Asking asking, Call call, Intake intake) {
    return new AnswerReader(
            client,
            asking.dataset(),
            call,
            asking.asked(connectionId),
            asking::check,
            Filtered.of(asking, intake))
        .read();
  }

  /** The list, then one by one what another dataset names and the list leaves out. */
  private Answer withMissing(Asking asking, Lookup lookup, Intake intake) {
    Collected listed = Collected.of("id", intake);
    Answer answer = read(asking, asking.call(settings.connection(), clock.instant()), listed);
    Collected named = Collected.only(lookup.column(), intake);
    read(Series.of(lookup.named().name()), Optional.empty(), named);
    Missing missing = new Missing(client, asking.dataset(), lookup, settings.connection());
    int page = listed.pages();
    for (String id : named.values()) {
      if (!listed.values().contains(id)) {
        missing.read(id, page++, intake);
      }
    }
    return answer;
  }

  private Set<String> parents(Dataset dataset) {
    return parents.computeIfAbsent(dataset.name(), _ -> listParents(dataset));
  }

  private Set<String> listParents(Dataset dataset) {
    Window.EachOf window = (Window.EachOf) dataset.window();
    return new Parents(client, settings.connection(), dataset, window.parents()).ids();
  }

  /** The series that stands for parents that are gone asks nothing: their rows are closed. */
  private static boolean ofTheGone(Dataset dataset, Series series) {
    return dataset.window() instanceof Window.EachOf && series.parent().isEmpty();
  }

  private static String column(Dataset dataset) {
    return ((Window.EachOf) dataset.window()).column();
  }

  private static Answer nothing() {
    return new Answer(Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  private static Dataset dataset(Series series) {
    return Datasets.named(series.dataset()).orElseThrow();
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
