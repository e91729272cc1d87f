package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import dev.outlay.ask.Asking;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.ask.engine.Place;
import dev.outlay.ask.engine.StoreAsking;
import dev.outlay.cli.output.Desk;
import dev.outlay.cli.output.Printout;
import dev.outlay.cli.output.SafeText;
import dev.outlay.cli.output.Screen;
import dev.outlay.holder.NoStore;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryRefused;
import dev.outlay.store.ResultSink;
import dev.outlay.store.postgres.PostgresAddress;
import dev.outlay.store.postgres.PostgresAnswers;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What commands that ask the store have in common. */
record Asked(Shell shell) {
  static final String DATABASE =
      "Ask a PostgreSQL database that was exported to, instead of the store:"
          + " postgresql://user@host/database?schema=public. PGPASSWORD has the password.";

  Desk desk() {
    Streams streams = shell.streams();
    Terminal terminal = streams.terminal();
    Screen screen =
        terminal.out() ? new Screen(true, terminal.width(), shell.ink().on()) : Screen.NONE;
    return new Desk(
        streams.in(),
        streams.out(),
        new PrintWriter(shell.err(), true, StandardCharsets.UTF_8),
        screen);
  }

  /** The file of that name, which may be relative to where the command was given. */
  Optional<Path> file(Optional<Path> name) {
    return name.map(shell.streams().workFolder()::resolve);
  }

  /** Asks the database where one is named, else whoever has the store. */
  private void place(Optional<String> database, BiConsumer<Answers, Place> question) {
    database.ifPresentOrElse(
        uri -> database(uri, question),
        () -> store(answers -> question.accept(answers, Place.STORE)));
  }

  /** Puts an ask to the database where one is named, else to whoever has the store. */
  void ask(
      Map<String, String> texts, Optional<String> database, BiConsumer<Asking, Ask> answering) {
    try {
      Ask ask = Ask.of(texts);
      place(database, (answers, place) -> answering.accept(asking(answers, place), ask));
    } catch (AskFault e) {
      throw new WrongUse(harmless(e));
    }
  }

  private Asking asking(Answers answers, Place place) {
    return new StoreAsking(
        answers, place, Everything.CATALOGUE, shell.app().prices(), shell.app().clock(), () -> 0);
  }

  /** Prints a result, and what must be known of it beside it. */
  void give(
      Printout printout, Optional<Path> output, Consumer<ResultSink> result, List<String> notes) {
    Desk desk = desk();
    long rows = printout.of(result, desk);
    output.ifPresent(_ -> desk.say(Printout.told(rows, output)));
    notes.forEach(desk::say);
  }

  private void database(String uri, BiConsumer<Answers, Place> question) {
    try {
      PostgresAddress address = PostgresAddress.of(uri, shell.variable("PGPASSWORD"));
      question.accept(new PostgresAnswers(address), Place.POSTGRES);
    } catch (QueryRefused e) {
      throw new WrongUse(harmless(e));
    }
  }

  /** Asks whoever has the store; a question at fault is wrong use. */
  void store(Consumer<Answers> question) {
    try (Answers answers = shell.app().answers()) {
      question.accept(answers);
    } catch (QueryRefused | NoStore e) {
      throw new WrongUse(harmless(e));
    }
  }

  /** The message may quote what was stored. */
  private static String harmless(RuntimeException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(SafeText::line)
        .collect(Collectors.joining("\n"));
  }
}
