package dev.outlay.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.QueryRefused;
import dev.outlay.store.ResultSink;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
  @TempDir Path folder;
  private Path file;
  private Process holder;

  @BeforeEach
  void holdTheStoreElsewhere() throws IOException {
    file = folder.resolve("outlay.duckdb");
    holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HoldingProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = holder.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo("ready");
  }

  @AfterEach
  void endIt() throws InterruptedException {
    holder.destroyForcibly();
    holder.waitFor();
  }

  @Test
  void theOneThatHoldsTheStoreAnswersTheOther() throws Exception {
    try (Answers answers = access().toAsk(this::open)) {
      assertThat(answers).isInstanceOf(RemoteAnswers.class);
      assertThat(
              rows(
                  answers,
                  "SELECT amount_usd, 9007199254740993, NULL, [1.5] FROM cost_report LIMIT 1"))
          .hasSize(1);
    }
    holder.getOutputStream().write('\n');
    holder.getOutputStream().flush();
    assertThat(holder.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(HolderNote.beside(file)).doesNotExist();
    try (Answers answers = access().toAsk(this::open)) {
      assertThat(answers).isInstanceOf(OpenStore.class);
    }
  }

  @Test
  void manyMayAskAtOnceWhileItWrites() throws Exception {
    try (Answers answers = access().toAsk(this::open);
        ExecutorService askers = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        counts.add(
            askers.submit(
                () -> rows(answers, "SELECT sum(amount_usd), count(*) FROM cost_report").size()));
      }
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void errorsAreTheSameWordForWord() throws Exception {
    String wrong = "SELECT nothing FROM cost_report";
    String remote = refusal(access().toAsk(this::open), wrong);
    holder.destroyForcibly().waitFor();
    try (Answers local = access().toAsk(this::open)) {
      assertThat(local).isInstanceOf(OpenStore.class);
      assertThat(refusal(local, wrong)).isEqualTo(remote);
    }
  }

  @Test
  void onlyTheOwnerMayReadTheNote() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note())))
        .isEqualTo("rw-------");
    assertThat(HolderNote.read(file).orElseThrow().toString())
        .doesNotContain(HolderNote.read(file).orElseThrow().token().secret());
  }

  @Test
  void aSecondWriterIsToldWhoHasIt() {
    assertThatThrownBy(() -> access().toWrite(this::open))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining(
            "outlay sync (process " + holder.pid() + ", since 2026-11-21T10:00:00Z)")
        .hasMessageContaining("Let it end");
  }

  @Test
  void anErrandIsDoneByTheOneThatHasTheStore() {
    String done =
        StoreAccess.to(file)
            .toDo(
                () -> {
                  Store.open(file, StoreSettings.DEFAULT).close();
                  return "here";
                },
                there -> there.run("wash the dishes"));
    assertThat(done).isEqualTo("did wash the dishes");
  }

  @Test
  void aNoteLeftBehindByAKilledProcessIsHarmless() throws Exception {
    holder.destroyForcibly().waitFor();
    assertThat(note()).exists();
    try (Answers answers = access().toAsk(this::open)) {
      assertThat(answers).isInstanceOf(OpenStore.class);
    }
  }

  @Test
  void anAnswerCutByAKillIsAFailureAndNotAShortAnswer() {
    Answers answers = access().toAsk(this::open);
    assertThatThrownBy(() ->
            answers.query(
                "SELECT range, repeat('x', 1000) FROM range(100000000)",
                new ResultSink() {
                  @Override
                  public void columns(List<ResultColumn> columns) {}

                  @Override
                  public void row(@Nullable Object[] cells) {
                    holder.destroyForcibly();
                  }
                }))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining("before the answer was whole");
  }

  @Test
  void aWrongTokenIsNamed() throws IOException {
    String note = Files.readString(note());
    Files.writeString(note(), note.replaceFirst("token=.*", "token=guess"));
    assertThatThrownBy(() -> access().toAsk(this::open))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining("refused the token")
        .hasMessageNotContaining("guess");
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    String note = Files.readString(note());
    Files.writeString(note(), note.replaceFirst("version=.*", "version=9.9"));
    assertThatThrownBy(() -> access().toAsk(this::open))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining("is version 9.9");
  }

  @Test
  void aHolderWithoutANoteIsNamedAfterAMoment() throws IOException {
    Files.delete(note());
    assertThatThrownBy(() -> access().toAsk(this::open))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining("process " + holder.pid() + " has it open");
  }

  private StoreAccess access() {
    return new StoreAccess(file, Duration.ofMillis(300));
  }

  private OpenStore open() {
    return new OpenStore(Store.open(file, StoreSettings.DEFAULT), QueryLimits.DEFAULT);
  }

  private Path note() {
    return HolderNote.beside(file);
  }

  private static String refusal(Answers answers, String sql) {
    try {
      rows(answers, sql);
      return "";
    } catch (QueryRefused e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<@Nullable Object[]> rows(Answers answers, String sql) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    answers.query(
        sql,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {}

          @Override
          public void row(@Nullable Object[] cells) {
            rows.add(cells);
          }
        });
    return rows;
  }
}
