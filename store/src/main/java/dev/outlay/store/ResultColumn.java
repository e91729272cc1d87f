package dev.outlay.store;

import java.util.Set;

/**
 * A column of a result.
 *
 * @param name as the query names it; two columns may have one name
 * @param type as DuckDB spells it. The class of a cell that is not null, by type: integers Long,
 *     {@code HUGEINT UHUGEINT UBIGINT BIGNUM} BigInteger, {@code DECIMAL} BigDecimal, {@code FLOAT
 *     DOUBLE} Double, {@code BOOLEAN} Boolean, {@code TIMESTAMP WITH TIME ZONE} Instant, other
 *     timestamps LocalDateTime, {@code DATE} LocalDate, {@code TIME} LocalTime, {@code BLOB} byte[],
 *     lists and arrays List, {@code STRUCT} and {@code MAP} Map, all others (also {@code JSON})
 *     String
 */
public record ResultColumn(String name, String type) {
  private static final Set<String> NUMBERS =
      Set.of(
          "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
          "UINTEGER", "UBIGINT", "UHUGEINT", "BIGNUM", "FLOAT", "DOUBLE");

  public boolean isNumber() {
    return NUMBERS.contains(type) || (type.startsWith("DECIMAL") && !type.endsWith("]"));
  }

  public boolean isJson() {
    return type.equals("JSON");
  }
}
