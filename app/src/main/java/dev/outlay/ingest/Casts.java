package dev.outlay.ingest;

import static dev.outlay.table.Type.Plain.DATE;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** Cells of one type as cells of another; nothing is rounded and nothing is guessed. */
final class Casts {
  private Casts() {}

  static UnaryOperator<Object> of(String name, Column before, Type after) {
    UnaryOperator<Object> cast = cast(name, before.type(), after);
    return cell -> {
      try {
        return cast.apply(cell);
      } catch (ArithmeticException | NumberFormatException e) {
        throw misfit(name, e);
      }
    };
  }

  private static UnaryOperator<Object> cast(String name, Type before, Type after) {
    if (after == TEXT) {
      return Casts::text;
    }
    if (after == INSTANT && before == DATE) {
      return day -> ((LocalDate) day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    if (after == DATE && before == INSTANT) {
      return time -> ((Instant) time).atOffset(ZoneOffset.UTC).toLocalDate();
    }
    if (isNumber(before) && after == INTEGER) {
      return number -> decimal(number).longValueExact();
    }
    if (isNumber(before) && after instanceof Type.Decimal decimal) {
      return number -> fitting(decimal(number), decimal);
    }
    throw new WrongUse("--columns: " + name + " cannot be made of what it holds");
  }

  private static boolean isNumber(Type type) {
    return type == INTEGER || type == TEXT || type instanceof Type.Decimal || type == JSON;
  }

  private static BigDecimal decimal(Object number) {
    return new BigDecimal(number.toString());
  }

  private static Object fitting(BigDecimal number, Type.Decimal type) {
    BigDecimal exact = number.setScale(type.scale(), RoundingMode.UNNECESSARY);
    if (exact.precision() > type.precision()) {
      throw new ArithmeticException("too many digits");
    }
    return exact;
  }

  private static Object text(Object cell) {
    return cell instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : cell.toString();
  }

  private static Failure misfit(String column, Exception cause) {
    return new Failure.KeepFailed(
        Attempt.to("changing types", "ingest", column),
        "a value does not fit the type that --columns names, without rounding",
        "Name one with more digits; nothing was kept.",
        cause);
  }
}
