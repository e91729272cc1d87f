package dev.outlay.simulator.world;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Claude Code: who worked on which day, from which terminals. */
public final class Developers {
  private static final String[] TERMINALS = {
    "vscode", "iTerm.app", "tmux", "Apple_Terminal", "pycharm"
  };
  private static final List<String> TOOLS =
      List.of("edit_tool", "multi_edit_tool", "notebook_edit_tool", "write_tool");

  private final Dice dice;
  private final Directory directory;
  private final Amendments amendments;
  private final Rhythm rhythm;
  private final int number;
  private final long since;
  private final boolean noise;

  Developers(
      Dice dice,
      Directory directory,
      Amendments amendments,
      int number,
      long since,
      boolean noise) {
    this.dice = dice;
    this.directory = directory;
    this.amendments = amendments;
    this.rhythm = new Rhythm(dice);
    this.number = number;
    this.since = since;
    this.noise = noise;
  }

  /** Rows of a day from data older than {@code boundary}, in a stable order. */
  public List<CodingDay> day(long day, Instant boundary) {
    int minute = Math.clamp((boundary.getEpochSecond() - day * 86_400) / 60, 0, Rhythm.DAY);
    List<CodingDay> rows = new ArrayList<>();
    Amendments.Day amended = amendments.on(Report.CLAUDE_CODE, day);
    for (int i = 0; i < number && day >= since && minute > 0; i++) {
      if (dice.below(1_300, i, day, 1) < Rhythm.weekday(day) && !amended.hides(name(i))) {
        rows.add(row(i, day, minute, false, amended));
        if (dice.below(6, i, day, 2) == 0) {
          rows.add(row(i, day, minute, true, amended));
        }
      }
    }
    return rows;
  }

  private boolean isProgram(int i) {
    return i % 9 == 8;
  }

  private String name(int i) {
    return isProgram(i)
        ? directory.apiKeys().get(i % directory.apiKeys().size()).name()
        : directory.users().get(i % directory.users().size()).email();
  }

  private CodingDay row(int i, long day, int minute, boolean remote, Amendments.Day amended) {
    long salt = remote ? 50 : 0;
    return new CodingDay(
        isProgram(i) ? null : name(i),
        isProgram(i) ? name(i) : null,
        remote ? "remote" : TERMINALS[dice.below(TERMINALS.length, i, 3, 0)],
        remote,
        i % 7 == 6 ? "team" : null,
        count(12, i, day, salt + 3, minute, amended) + 1,
        count(900, i, day, salt + 4, minute, amended),
        count(400, i, day, salt + 5, minute, amended),
        count(9, i, day, salt + 6, minute, amended),
        count(3, i, day, salt + 7, minute, amended),
        tools(i, day, salt, minute, amended),
        uses(i, day, salt, minute, amended));
  }

  private List<CodingDay.Tool> tools(
      int i, long day, long salt, int minute, Amendments.Day amended) {
    Stream<String> names =
        noise && i % 11 == 3
            ? Stream.concat(TOOLS.stream(), Stream.of("refactor_tool"))
            : TOOLS.stream();
    return names
        .map(tool ->
            new CodingDay.Tool(
                tool,
                count(40, i, day, salt + tool.length(), minute, amended),
                count(6, i, day, salt + 30, minute, amended)))
        .toList();
  }

  private List<CodingDay.Use> uses(int i, long day, long salt, int minute, Amendments.Day amended) {
    List<CodingDay.Use> uses = new ArrayList<>();
    for (Family family : List.of(Family.SONNET, Family.OPUS, Family.HAIKU)) {
      if (family == Family.SONNET || dice.below(2, i, family.place(), 9) == 0) {
        uses.add(use(current(family, day), i, day, salt + 60 + family.place(), minute, amended));
      }
    }
    return uses;
  }

  private CodingDay.Use use(
      Model model, int i, long day, long salt, int minute, Amendments.Day amended) {
    long input = count(400_000, i, day, salt, minute, amended);
    long output = input / 6;
    long read = input * 5;
    long write = input / 3;
    Rates rates = model.rates(Tier.STANDARD, Context.SHORT, Geo.GLOBAL, Speed.STANDARD);
    long cents =
        rates
            .cents(TokenKind.UNCACHED_INPUT, input)
            .add(rates.cents(TokenKind.OUTPUT, output))
            .add(rates.cents(TokenKind.CACHE_READ, read))
            .add(rates.cents(TokenKind.CACHE_WRITE_5M, write))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new CodingDay.Use(model, input, output, read, write, cents);
  }

  private static Model current(Family family, long day) {
    List<Model> models = Model.of(family);
    return models.reversed().stream()
        .filter(m -> m.launched() <= day)
        .findFirst()
        .orElse(models.getFirst());
  }

  private long count(int bound, int i, long day, long salt, int minute, Amendments.Day amended) {
    long whole = amended.revised(dice.below(bound, i, day, salt));
    return rhythm.until(whole, dice.roll(i, day, 8), minute);
  }
}
