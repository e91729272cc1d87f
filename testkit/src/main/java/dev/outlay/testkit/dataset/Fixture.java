package dev.outlay.testkit.dataset;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Window;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a dataset as the API gives them, in a folder of its name: {@code page-1.json}, {@code
 * page-2.json} …, for another version of the API {@code page-1@2023-06-01.json}, and under {@code
 * also/} what else is asked, by path.
 *
 * @param version of the API, or empty for the newest
 */
public record Fixture(Dataset dataset, Path folder, String version) {
  static final String PARENT = "wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ";

  /** The fixture for the newest version, which every dataset has, and those for older ones. */
  public static List<Fixture> of(Dataset dataset, Path root) {
    Path folder = root.resolve(dataset.name());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("page-1"))
          .map(name -> name.contains("@") ? name.replaceAll(".*@|\\.json", "") : "")
          .sorted()
          .map(version -> new Fixture(dataset, folder, version))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no fixture for " + dataset.name(), e);
    }
  }

  public List<Map<String, @Nullable Object>> pages() {
    List<Map<String, @Nullable Object>> pages = new ArrayList<>();
    for (int number = 1; Files.exists(file("page-" + number, ".json")); number++) {
      pages.add(Tree.parse(read(file("page-" + number, ".json"))));
    }
    return pages;
  }

  /** The file of that name for this version. */
  public Path file(String name, String suffix) {
    return folder.resolve(name + (version.isEmpty() ? "" : "@" + version) + suffix);
  }

  /** What else is answered at a path, where there is something. */
  Optional<String> also(String path) {
    Path file = folder.resolve("also" + path + ".json");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** All items on one page. */
  public Map<String, @Nullable Object> whole() {
    return dataset.items().isEmpty() ? pages().getFirst() : spread(1).getFirst();
  }

  /** The same items on so many pages. */
  public List<Map<String, @Nullable Object>> spread(int pages) {
    List<Map<String, @Nullable Object>> items =
        pages().stream().flatMap(page -> Tree.objects(page.get("data")).stream()).toList();
    return IntStream.range(0, pages)
        .mapToObj(i ->
            page(
                items.subList(items.size() * i / pages, items.size() * (i + 1) / pages),
                i == pages - 1 ? null : "page_after_" + i))
        .toList();
  }

  private Map<String, @Nullable Object> page(
      List<Map<String, @Nullable Object>> items, @Nullable String next) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>(pages().getFirst());
    page.put("data", new ArrayList<>(items));
    page.put(dataset.paging() == Paging.ID ? "last_id" : "next_page", next);
    page.computeIfPresent("has_more", (_, _) -> next != null);
    return page;
  }

  /** The cursor to the page after this one, where it has one. */
  @Nullable Object cursor(Map<String, @Nullable Object> page) {
    return page.get(dataset.paging() == Paging.ID ? "last_id" : "next_page");
  }

  String path() {
    return dataset.path().replace("{parent}", PARENT);
  }

  Series series() {
    String width =
        dataset.window().widths().stream().findFirst().map(each -> each.name()).orElse("");
    List<String> fixed = dataset.parameters().getOrDefault("group_by[]", dataset.cuts());
    String parent = dataset.window() instanceof Window.EachOf ? PARENT : "";
    return new Series(dataset.name(), width, String.join(",", new TreeSet<>(fixed)), "", parent);
  }

  /** From the first to the last time that is in the pages. */
  Optional<Span> span() {
    if (dataset.window().widths().isEmpty()) {
      return Optional.empty();
    }
    TreeSet<Instant> times = new TreeSet<>();
    for (Map<String, @Nullable Object> page : pages()) {
      for (Map<String, @Nullable Object> item : Tree.objects(page.get("data"))) {
        Object start = item.getOrDefault("starting_at", item.get("date"));
        Instant from = Instant.parse(String.valueOf(start).substring(0, 10) + "T00:00:00Z");
        times.add(from);
        times.add(from.plus(Duration.ofDays(1)));
      }
    }
    return Span.of(times.first(), times.last());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
