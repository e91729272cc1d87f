package dev.outlay.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import dev.outlay.store.ResultSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PrintoutTest {
  private static final Screen NARROW = new Screen(true, 60, false);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "parquet", mode = Mode.EXCLUDE)
  void everyTextFormatIsAsReviewed(Format format) throws IOException {
    Golden.check("sample." + format, printed(format, Screen.NONE, Sample.all()));
  }

  @Test
  void aTerminalGetsColumnsThatFitAndColours() throws IOException {
    Golden.check(
        "terminal.table", printed(Format.table, new Screen(true, 120, true), Sample.all()));
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "parquet", mode = Mode.EXCLUDE)
  void noControlCharacterOfTheDataReachesATerminal(Format format) {
    assertThat(printed(format, NARROW, Sample.all()))
        .doesNotContain("\u001b", "\u009b", "\u202e", "\u007f");
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "parquet", mode = Mode.EXCLUDE)
  void anEmptyResultIsStillWellFormed(Format format) throws IOException {
    Golden.check("empty." + format, printed(format, Screen.NONE, Sample.numbers(0)));
  }

  @Test
  void columnsStandInLineUnderWideAndCombiningLetters() {
    String[] lines =
        printed(Format.table, Screen.NONE, Sample.text("t", "日本", "e\u0301", "ab")).split("\n");
    assertThat(lines[1]).isEqualTo("────");
    assertThat(TextWidth.of("e\u0301👩‍💻日")).isEqualTo(5);
  }

  @Test
  void longTextIsCutOnATerminalOnly() {
    Consumer<ResultSink> longText = Sample.text("t", "x".repeat(200));
    assertThat(printed(Format.table, NARROW, longText)).contains("x".repeat(59) + "…\n");
    assertThat(printed(Format.table, Screen.NONE, longText)).contains("x".repeat(200));
  }

  @Test
  void rowsAreCountedAsTheyPass() {
    TestDesk desk = new TestDesk(Screen.NONE, "");
    long rows = new Printout(Format.table, Optional.empty()).of(Sample.numbers(12345), desk.desk());
    assertThat(Printout.told(rows, Optional.empty())).isEqualTo("12,345 rows");
    assertThat(desk.out()).contains("\n12,344\n");
  }

  @Test
  void aFileAppearsOnlyWhenItIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "old");
    Printout printout = new Printout(Format.csv, Optional.of(file));
    Desk desk = new TestDesk(Screen.NONE, "").desk();
    assertThatThrownBy(() -> printout.of(PrintoutTest::failsMidway, desk)).hasMessage("midway");
    assertThat(file).hasContent("old");
    printout.of(Sample.numbers(2), desk);
    assertThat(file).content().isEqualTo("n\r\n0\r\n1\r\n");
    assertThat(folder.toFile().list()).containsExactly("out.csv");
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailureByName() {
    Path file = folder.resolve("missing").resolve("out.csv");
    assertThatThrownBy(() ->
            new Printout(Format.csv, Optional.of(file))
                .of(Sample.numbers(2), new TestDesk(Screen.NONE, "").desk()))
        .isInstanceOf(Failure.KeepFailed.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aReaderThatWentAwayEndsItQuietlyAndSoon() {
    new Printout(Format.csv, Optional.empty())
        .of(Sample.numbers(1_000_000), deskTo(failing("Broken pipe")));
  }

  @Test
  void outputThatIsLostIsAFailure() {
    Desk full = deskTo(failing("No space left on device"));
    assertThatThrownBy(
            () -> new Printout(Format.csv, Optional.empty()).of(Sample.numbers(100_000), full))
        .isInstanceOf(Failure.KeepFailed.class)
        .hasMessageContaining("standard output");
  }

  private static void failsMidway(ResultSink sink) {
    Sample.numbers(100_000).accept(sink);
    throw new IllegalStateException("midway");
  }

  private static String printed(Format format, Screen screen, Consumer<ResultSink> query) {
    TestDesk desk = new TestDesk(screen, "");
    new Printout(format, Optional.empty()).of(query, desk.desk());
    return desk.out();
  }

  private static Desk deskTo(OutputStream out) {
    return new Desk(
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintWriter(new StringWriter()),
        Screen.NONE);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
