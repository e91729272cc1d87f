package dev.outlay.price;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other prices for the whole of a long request.
 *
 * @param above more input tokens than this, cached ones too, make a request long
 */
record LongContext(Rates rates, long above) {
  static final LongContext NONE = new LongContext(Rates.NONE, Long.MAX_VALUE);

  private static final String LOWER = "0-200k";
  private static final String UPPER = "200k-1M";
  private static final long SPLIT = 200_000;

  /** What the price of that kind may be; several where the window does not decide it. */
  List<Rate> of(TokenKind kind, Rate usual, @Nullable String window) {
    Optional<Rate> dear = rates.of(kind).filter(rate -> !rate.isWorth(usual));
    return dear.map(rate -> decided(usual, rate, window)).orElse(List.of(usual));
  }

  /**
   * Reports are split at 200k whatever the step of the price is. Below the split a lower step
   * cannot be seen at all, by no choice of the asker: then the lower price is what is sure.
   */
  private List<Rate> decided(Rate usual, Rate dear, @Nullable String window) {
    return switch (window) {
      case UPPER -> above <= SPLIT ? List.of(dear) : List.of(usual.atMost(Confidence.AT_LEAST));
      case LOWER -> List.of(above >= SPLIT ? usual : usual.atMost(Confidence.AT_LEAST));
      case null -> List.of(usual, dear);
      default -> List.of();
    };
  }
}
