package dev.outlay.server.api;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import dev.outlay.ask.Asking;
import dev.outlay.ask.BeyondReach;
import dev.outlay.ask.Reach;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Reply;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks over HTTP. */
public record AskApi(Asking asking) {
  private static final Parameter<String> FORMAT =
      Parameter.oneOf("format", "As what.", ExportFormat.names()).must().example("csv");

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/ask", AskAnswer.class)
            .says("Asks for measures by dimensions over a time.")
            .takes(AskParameters.ALL)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .kept(AskApi::moment)
            .by(call -> Reply.of(AskJson.of(answer(call)))),
        Endpoint.get("/api/v1/ask/export", String.class)
            .says("The answer to an ask as a file.")
            .takes(Stream.concat(Stream.of(FORMAT), AskParameters.ALL.stream()).toList())
            .media(ExportFormat.types())
            .access(Access.of(Role.ANALYST).alsoLimited())
            .by(call -> ExportFormat.valueOf(call.get(FORMAT)).file(answer(call))));
  }

  private Answer answer(Call call) {
    return asking.answer(ask(call), reach(call.caller()));
  }

  /** What was asked, read from the texts of the address. */
  static Ask ask(Call call) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Parameter<?> each : AskParameters.ALL) {
      call.find(each).ifPresent(value -> texts.put(each.name(), String.valueOf(value)));
    }
    return Ask.of(texts);
  }

  static Reach reach(Caller caller) {
    return new Reach(caller.workspaces());
  }

  /**
   * What an answer depends on besides the store: what its times are now, and the hour, for what is
   * over and was not collected is told.
   */
  static String moment(Call call) {
    Ask ask = ask(call);
    return ask.period().at(call.at(), ask.zone()).text() + call.at().truncatedTo(ChronoUnit.HOURS);
  }

  /** What the exceptions of asks mean. */
  public static Optional<Refusal> words(Throwable thrown) {
    return switch (thrown) {
      case AskFault fault ->
          Optional.of(Refusal.bad(fault.getMessage() + "").nearest(fault.nearest().orElse("")));
      case BeyondReach beyond ->
          Optional.of(
              Refusal.forbidden(
                  String.valueOf(beyond.getMessage()),
                  "Ask an administrator to lift the limit to some workspaces."));
      default -> Optional.empty();
    };
  }
}
