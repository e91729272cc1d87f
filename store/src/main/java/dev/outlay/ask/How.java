package dev.outlay.ask;

import java.util.List;

/** How a measure is computed; the engine knows these few ways. */
public sealed interface How {
  /** Columns added up; of several datasets, the first that can answer. */
  record Summed(List<Way> ways) implements How {
    public Summed {
      ways = List.copyOf(ways);
    }
  }

  /** The same, and where the bill is not there yet, tokens times prices. */
  record Billed(List<Way> ways) implements How {
    public Billed {
      ways = List.copyOf(ways);
    }
  }

  /**
   * Different values counted; nothing is not a value.
   *
   * @param columns of that dataset; of several, different combinations are counted
   * @param only the rows that count
   */
  record Counted(Data data, List<String> columns, Condition only) implements How {
    public Counted {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Sums divided: of totals too, the ratio is that of the sums.
   *
   * @param over a measure
   * @param under measures that are added
   * @param times by which the ratio is multiplied
   */
  record Divided(String over, List<String> under, long times) implements How {
    public Divided {
      under = List.copyOf(under);
    }
  }

  /** Tokens times prices. */
  record Priced() implements How {}
}
