package dev.outlay.dataset;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NodeTest {
  private static Node node(@Nullable Object... namesAndValues) {
    Node node = new Node(0);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      node.add(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return node;
  }

  @Test
  void equalObjectsHaveEqualTextsWhateverTheOrder() {
    seeded(
        500,
        random -> {
          List<String> names =
              new ArrayList<>(List.of("b", "a", "ä", "A", "10", "9", "\uD83D\uDE00"));
          String once = shuffled(names, random.nextLong()).json();
          assertThat(shuffled(names, random.nextLong()).json()).isEqualTo(once);
        });
  }

  private static Node shuffled(List<String> names, long seed) {
    Collections.shuffle(names, new Random(seed));
    Node inner = node();
    names.forEach(name -> inner.add(name, name.length()));
    Node outer = node();
    names.forEach(name -> outer.add(name, inner));
    return outer;
  }

  @Test
  void textIsEscapedSoThatItIsJsonAgain() {
    assertThat(node("q\"", "a\\b\n\r\t\u0000\u001f\u007f é😀").json())
        .isEqualTo("{\"q\\\"\":\"a\\\\b\\n\\r\\t\\u0000\\u001f\u007f é😀\"}");
  }

  @Test
  void numbersNullsAndListsAreWrittenAsTheyCame() {
    assertThat(node("n", null, "l", List.of(1L, true, node()), "d", new BigDecimal("1.50")).json())
        .isEqualTo("{\"d\":1.50,\"l\":[1,true,{}],\"n\":null}");
    assertThat(node("d", new BigDecimal("1E+5")).json()).isEqualTo("{\"d\":100000}");
  }

  @Test
  void aNumberOfABillionDigitsStaysShort() {
    assertThat(node("d", new BigDecimal("1E+999999999")).json()).isEqualTo("{\"d\":1E+999999999}");
  }

  @Test
  void aMissingStepOnThePathIsNothing() {
    Node node = node("a", node("b", 5L), "t", "text");
    assertThat(node.at(List.of("a", "b"))).isEqualTo(5L);
    assertThat(node.at(List.of("a", "c"))).isNull();
    assertThat(node.at(List.of("x", "b"))).isNull();
    assertThat(node.at(List.of("t", "b"))).isNull();
  }

  @Test
  void aListThatIsNoneIsNotAnEmptyOne() {
    assertThat(node().each("models")).isEmpty();
    assertThat(node("models", null).each("models")).isEmpty();
    assertThat(node("models", List.of(node())).each("models")).hasSize(1);
    assertThatThrownBy(() -> node("models", "two").each("models"))
        .isInstanceOf(Misfit.class)
        .hasMessageContaining("models: \"two\" where");
    assertThatThrownBy(() -> node("models", List.of("opus")).each("models"))
        .isInstanceOf(Misfit.class);
  }

  @Test
  void anObjectThatIsNoneIsNotAnEmptyOne() {
    assertThat(node().child("tools").names()).isEmpty();
    assertThat(node("tools", null).child("tools").names()).isEmpty();
    assertThatThrownBy(() -> node("tools", 5L).child("tools"))
        .isInstanceOf(Misfit.class)
        .hasMessageContaining("tools: 5 where");
  }
}
