package dev.outlay.server.api;

import dev.outlay.table.Type;
import java.util.Locale;

/** What a column holds, in a word. */
final class TypeText {
  private TypeText() {}

  static String of(Type type) {
    return switch (type) {
      case Type.Plain plain -> plain.name().toLowerCase(Locale.ROOT);
      case Type.Decimal _ -> "decimal";
    };
  }
}
