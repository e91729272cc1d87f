package dev.outlay.table;

/**
 * One line of collecting: a dataset at one width, cut and filter, or of one parent. What is known
 * is known by series.
 *
 * @param dataset its name
 * @param width the bucket width ({@code 1m}, {@code 1h}, {@code 1d}), or empty
 * @param groupedBy the dimensions asked for, sorted and comma-joined, or empty
 * @param filter the canonical text of the filter in force, or empty
 * @param parent the id of what it hangs from (a workspace), or empty
 */
public record Series(String dataset, String width, String groupedBy, String filter, String parent) {
  /** A series without width, cut, filter or parent. */
  public static Series of(String dataset) {
    return new Series(dataset, "", "", "", "");
  }

  /** For people: {@code usage_report 1d by api_key_id,model}. */
  @Override
  public String toString() {
    return dataset
        + (width.isEmpty() ? "" : " " + width)
        + (groupedBy.isEmpty() ? "" : " by " + groupedBy)
        + (filter.isEmpty() ? "" : " where " + filter)
        + (parent.isEmpty() ? "" : " of " + parent);
  }
}
