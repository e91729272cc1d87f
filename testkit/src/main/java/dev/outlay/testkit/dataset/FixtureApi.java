package dev.outlay.testkit.dataset;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.source.Selection;
import dev.outlay.testkit.ManualClock;
import dev.outlay.testkit.ManualTicker;
import dev.outlay.testkit.ScriptedApi;
import dev.outlay.testkit.ScriptedApi.Reply;
import dev.outlay.testkit.ScriptedApi.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves pages of a fixture and has them read by the real reader. */
final class FixtureApi implements AutoCloseable {
  private static final ApiKey KEY = ApiKey.of("fixture", "sk-ant-admin01-fixture-fixture");
  private final Fixture fixture;
  private final ScriptedApi server = ScriptedApi.start(_ -> Reply.status(404, "{}"));
  private final AdminApi api;

  FixtureApi(Fixture fixture) {
    this.fixture = fixture;
    String version = fixture.version().isEmpty() ? AdminSettings.NEWEST_VERSION : fixture.version();
    AdminSettings settings =
        new AdminSettings(
            "fixture", KEY, server.url(), version, Duration.ofSeconds(20), 3, Optional.empty());
    this.api =
        new AdminApi(
                settings,
                Selection.everything(Map.of()),
                ManualClock.at("2026-11-20T12:00:00Z"),
                new ManualTicker())
            .as("c-1");
  }

  Kept read(List<Map<String, @Nullable Object>> pages) {
    List<String> texts = pages.stream().map(Tree::print).toList();
    List<@Nullable Object> cursors = pages.stream().map(fixture::cursor).toList();
    server.script(request -> answer(request, texts, cursors));
    Kept kept = new Kept();
    api.read(fixture.series(), fixture.span(), kept);
    return kept;
  }

  private Reply answer(Request request, List<String> texts, List<@Nullable Object> cursors) {
    if (!request.path().equals(fixture.path())) {
      return fixture.also(request.path()).map(Reply::json).orElse(Reply.status(404, "{}"));
    }
    String cursor =
        Optional.ofNullable(request.parameter("after_id")).orElse(request.parameter("page"));
    return Reply.json(texts.get(cursor == null ? 0 : cursors.indexOf(cursor) + 1));
  }

  @Override
  public void close() {
    api.close();
    server.close();
  }
}
