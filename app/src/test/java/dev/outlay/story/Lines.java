package dev.outlay.story;

import dev.outlay.store.ResultSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as lines of text. */
final class Lines implements ResultSink {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void columns(List<ResultColumn> columns) {}

  @Override
  public void row(@Nullable Object[] cells) {
    lines.add(Arrays.toString(cells));
  }

  List<String> sorted() {
    return lines.stream().sorted().toList();
  }
}
