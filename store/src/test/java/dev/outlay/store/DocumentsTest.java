package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @TempDir private Path folder;
  private Fixture store;

  @BeforeEach
  void open() {
    store = Fixture.in(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theNewestTextOfAnIdIsKept() {
    documents().put("view", "a", "1");
    documents().put("view", "a", "2");
    documents().put("view", "b", "3");
    documents().put("token", "a", "4");
    assertThat(documents().all("view")).isEqualTo(Map.of("a", "2", "b", "3"));
    assertThat(documents().get("token", "a")).contains("4");
  }

  @Test
  void whatIsRemovedIsGone() {
    documents().put("view", "a", "1");
    assertThat(documents().remove("view", "a")).isTrue();
    assertThat(documents().remove("view", "a")).isFalse();
    assertThat(documents().all("view")).isEmpty();
  }

  @Test
  void queriesOfUsersDoNotReachThem() {
    documents().put("key", "a", "sealed");
    for (String table : List.of("app.documents", "outlay.app.documents", "\"APP\".documents")) {
      assertThatThrownBy(() -> Answer.of(store.store(), "SELECT * FROM " + table))
          .as(table)
          .isInstanceOf(QueryRefused.class);
    }
  }

  private Documents documents() {
    return store.store().documents();
  }
}
