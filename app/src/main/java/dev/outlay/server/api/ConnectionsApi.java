package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.connection.ConnectionRefused;
import dev.outlay.connection.Connections;
import dev.outlay.connection.Forecast;
import dev.outlay.connection.KeyTest;
import dev.outlay.connection.Linked;
import dev.outlay.connection.Wish;
import dev.outlay.failure.Failure;
import dev.outlay.schedule.Schedule;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections: what there is, how it stands with them, and every change. */
public record ConnectionsApi(Connections connections, Schedule schedule) {
  private static final String ALL = "/api/v1/connections";
  private static final String ONE = ALL + "/{connection_id}";
  private static final int YEAR = 365;
  private static final Parameter<String> ID =
      Parameter.text("connection_id", "The connection's id or name.");
  private static final Parameter<Integer> DAYS =
      Parameter.number("lookback_days", "How far back to collect; a year without.", 1, 3650);
  private static final Parameter<String> DATA =
      Parameter.oneOf(
          "data", "What becomes of what was collected; kept without.", List.of("keep", "remove"));

  @Says("All connections.")
  record Cards(List<ConnectionCard> connections) {}

  @Says("A key to be tested.")
  record Key(
      @Says("The Admin key (sk-ant-admin…).") String apiKey,
      @Says("Where the API is, where that is not the usual place.") Optional<String> baseUrl) {}

  @Says("A connection to be added.")
  record NewConnection(
      @Says("The Admin key (sk-ant-admin…); shown never again.") String apiKey,
      @Says("What to call it; without, the organisation's name.") Optional<String> label,
      @Says("Where the API is, where that is not the usual place.") Optional<String> baseUrl,
      @Says("How far back to collect, in days; a year without.") Optional<Integer> lookbackDays) {}

  @Says("Another name for a connection.")
  record NewLabel(String label) {}

  @Says("Another key of the same organisation.")
  record NewKey(@Says("The Admin key (sk-ant-admin…); shown never again.") String apiKey) {}

  @Says("What a key is good for.")
  record Tested(
      ConnectionCard.Whose organization,
      List<Access> datasets,
      @Says("What one should know besides, such as clocks that disagree.") List<String> notes) {}

  @Says("How a dataset answered.")
  record Access(
      String dataset,
      KeyTest.State state,
      @Says("Why it cannot be read, where it cannot.") Optional<String> text) {}

  @Says("What collecting so far back takes.")
  record Estimate(
      @Says("Requests, as far as they are known beforehand.") int requests,
      @Says("About how long it takes, in seconds.") long seconds) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(ALL, Cards.class)
            .says("All connections and how it stands with them.")
            .role(Role.VIEWER)
            .by(call -> Reply.of(new Cards(cards(call)))),
        Endpoint.get(ALL + "/estimate", Estimate.class)
            .says("What collecting so far back takes; nothing is asked.")
            .takes(DAYS)
            .role(Role.VIEWER)
            .by(this::estimate),
        Endpoint.post(ALL + "/test", Tested.class)
            .says("Asks whose a key is and what it may read; keeps nothing.")
            .body(Key.class)
            .by(call -> Reply.of(test(call.body(Key.class)))),
        Endpoint.post(ALL, ConnectionCard.class)
            .says("Adds a connection; collecting begins at once.")
            .body(NewConnection.class)
            .status(201)
            .by(this::add),
        Endpoint.get(ONE, ConnectionCard.class)
            .says("One connection and how it stands with it.")
            .takes(ID)
            .role(Role.VIEWER)
            .by(call -> card(call, connections.named(call.get(ID)))),
        Endpoint.patch(ONE, ConnectionCard.class)
            .says("Gives a connection another name.")
            .takes(ID)
            .body(NewLabel.class)
            .by(call ->
                card(call, connections.rename(call.get(ID), call.body(NewLabel.class).label()))),
        Endpoint.delete(ONE, Void.class)
            .says("Removes a connection, with what was collected or without.")
            .takes(ID, DATA)
            .by(this::remove),
        Endpoint.post(ONE + "/rotate", ConnectionCard.class)
            .says("Takes another key of the same organisation; what is known stays.")
            .takes(ID)
            .body(NewKey.class)
            .by(call ->
                card(call, connections.rotate(call.get(ID), call.body(NewKey.class).apiKey()))),
        Endpoint.post(ONE + "/test", Tested.class)
            .says("Asks what the connection's key may read now.")
            .takes(ID)
            .by(call ->
                Reply.of(tested(connections.keyring().test(connections.named(call.get(ID)))))),
        Endpoint.post(ONE + "/sync", ConnectionCard.class)
            .says("Reads everything that is due as soon as may be.")
            .takes(ID)
            .status(202)
            .by(this::sync),
        Endpoint.post(ONE + "/pause", ConnectionCard.class)
            .says("Stops collecting it; what is known stays.")
            .takes(ID)
            .by(call -> card(call, connections.pause(call.get(ID)))),
        Endpoint.post(ONE + "/resume", ConnectionCard.class)
            .says("Collects it again; what was missed is made up.")
            .takes(ID)
            .by(call -> card(call, connections.resume(call.get(ID)))));
  }

  /** What these packages throw, as the problem it is. */
  public static Optional<Refusal> words(Throwable thrown) {
    return switch (thrown) {
      case ConnectionRefused refused -> Optional.of(words(refused));
      case Failure.Refused refused -> Optional.of(Refusal.unfit(refused.what(), refused.advice()));
      default -> Optional.empty();
    };
  }

  private static Refusal words(ConnectionRefused refused) {
    String message = String.valueOf(refused.getMessage());
    return switch (refused.why()) {
      case UNKNOWN -> Refusal.missing(message, "");
      case MANAGED_IN_FILE, CONFLICT -> Refusal.conflict(message, "");
      case INVALID -> Refusal.unfit(message, "");
    };
  }

  private List<ConnectionCard> cards(Call call) {
    return schedule.states().stream().map(state -> ConnectionCard.of(state, call.at())).toList();
  }

  private ConnectionCard shown(Call call, Linked linked) {
    return ConnectionCard.of(schedule.state(linked), call.at());
  }

  private Reply card(Call call, Linked linked) {
    return Reply.of(shown(call, linked));
  }

  private Reply estimate(Call call) {
    Forecast forecast =
        Forecast.beforehand(connections.keyring().usual(), call.get(DAYS, YEAR), call.at());
    return Reply.of(new Estimate(forecast.requests(), forecast.about().toSeconds()));
  }

  private Tested test(Key key) {
    return tested(connections.keyring().test(key.apiKey(), url(key.baseUrl())));
  }

  private static Tested tested(KeyTest test) {
    List<String> notes = new ArrayList<>();
    if (test.clocksApart()) {
      notes.add(
          "The server's clock and this machine's are "
              + test.organization().ahead().abs().toSeconds()
              + " s apart: set this machine's clock.");
    }
    return new Tested(
        new ConnectionCard.Whose(test.organization().id(), test.organization().name()),
        test.datasets().stream()
            .map(
                each -> new Access(each.dataset(), each.state(), each.failure().map(Failure::what)))
            .toList(),
        notes);
  }

  private Reply add(Call call) {
    NewConnection wanted = call.body(NewConnection.class);
    Linked linked =
        connections.add(
            new Wish(
                wanted.label().filter(label -> !label.isBlank()),
                wanted.apiKey(),
                url(wanted.baseUrl()),
                wanted.lookbackDays().orElse(YEAR)));
    return Reply.created(ALL + "/" + linked.address(), shown(call, linked));
  }

  private Reply sync(Call call) {
    schedule.syncNow(call.get(ID));
    return Reply.accepted(shown(call, connections.named(call.get(ID))));
  }

  private Reply remove(Call call) {
    connections.remove(call.get(ID), call.get(DATA, "keep").equals("remove"));
    return Reply.nothing();
  }

  private static Optional<URI> url(Optional<String> text) {
    return text.map(String::strip).filter(each -> !each.isEmpty()).map(Wish::url);
  }
}
