package dev.outlay.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.ask.Condition.Test;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final List<Test> TESTS = List.of(Test.values());
  private static final List<String> VALUES =
      List.of(
          "a",
          "claude-opus-5-5",
          "two words",
          "",
          "and",
          "IS",
          "a,b",
          "q\"u\\o\"te",
          "=",
          "!x",
          "~",
          "ü/ä",
          "5%",
          "\\");

  @org.junit.jupiter.api.Test
  void whatIsWrittenIsReadAgain() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      Filter filter = new Filter(some(random, () -> some(random, () -> condition(random))));
      assertThat(Filter.of(filter.toString())).isEqualTo(filter);
    }
  }

  @org.junit.jupiter.api.Test
  void andBindsTighterThanOr() {
    assertThat(Filter.of("a = 1 AND b is not empty or c !~ \"x y\",z"))
        .isEqualTo(
            new Filter(
                List.of(
                    List.of(
                        new Condition("a", Test.IS, List.of("1")),
                        new Condition("b", Test.NOT_EMPTY, List.of())),
                    List.of(new Condition("c", Test.CONTAINS_NOT, List.of("x y", "z"))))));
    assertThat(Filter.of("model=a,b").toString()).isEqualTo("model = a, b");
    assertThat(Filter.of("  ").isNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model | =, !=, ~, !~, is empty or is not empty at its end",
        "model = | a value at its end",
        "model is full | empty at full",
        "model = a b = c | and, or, or the end at b = c",
        "model = a and | a dimension at its end",
        "model = \"a | a quote that does not end",
        "= a | a dimension at = a"
      })
  void itSaysWhatIsMissingWhere(String text, String missing) {
    assertThatThrownBy(() -> Filter.of(text))
        .isInstanceOf(AskFault.class)
        .hasMessageContaining(missing);
  }

  private static Condition condition(Random random) {
    Test test = TESTS.get(random.nextInt(TESTS.size()));
    List<String> values =
        test.hasValues()
            ? some(random, () -> VALUES.get(random.nextInt(VALUES.size())))
            : List.of();
    return new Condition("dim_" + random.nextInt(3), test, values);
  }

  private static <T> List<T> some(Random random, java.util.function.Supplier<T> one) {
    return Stream.generate(one).limit(1 + random.nextInt(3)).toList();
  }
}
