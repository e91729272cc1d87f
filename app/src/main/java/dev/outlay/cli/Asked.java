package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.engine.Place;
import dev.outlay.ask.spend.NothingCollected;
import dev.outlay.cli.output.Desk;
import dev.outlay.cli.output.SafeText;
import dev.outlay.cli.output.Screen;
import dev.outlay.holder.NoStore;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryRefused;
import dev.outlay.store.postgres.PostgresAddress;
import dev.outlay.store.postgres.PostgresAnswers;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
  void place(Optional<String> database, BiConsumer<Answers, Place> question) {
    database.ifPresentOrElse(
        uri -> database(uri, question),
        () -> store(answers -> question.accept(answers, Place.STORE)));
  }

  private void database(String uri, BiConsumer<Answers, Place> question) {
    try {
      PostgresAddress address = PostgresAddress.of(uri, shell.variable("PGPASSWORD"));
      question.accept(new PostgresAnswers(address), Place.POSTGRES);
    } catch (NothingCollected _) {
      throw new WrongUse(
          "there is no cost_report in that database: run outlay export --to it first");
    } catch (QueryRefused e) {
      throw new WrongUse(harmless(e));
    }
  }

  /** Asks whoever has the store; a question at fault is wrong use. */
  void store(Consumer<Answers> question) {
    try (Answers answers = shell.app().answers()) {
      question.accept(answers);
    } catch (QueryRefused | NoStore | NothingCollected e) {
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
