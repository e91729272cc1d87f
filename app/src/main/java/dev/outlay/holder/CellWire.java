package dev.outlay.holder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One cell between two processes: a letter for its class, then its value, exactly. */
final class CellWire {
  private CellWire() {}

  static void write(DataOutputStream out, @Nullable Object cell) throws IOException {
    switch (cell) {
      case null -> out.writeByte('N');
      case String text -> text(tag(out, 'T'), text);
      case Long whole -> tag(out, 'L').writeLong(whole);
      case BigInteger whole -> text(tag(out, 'I'), whole.toString());
      case BigDecimal exact -> text(tag(out, 'D'), exact.toString());
      case Double real -> tag(out, 'F').writeDouble(real);
      case Boolean bool -> out.writeByte(bool ? 'Y' : 'Z');
      case LocalDate day -> tag(out, 'A').writeLong(day.toEpochDay());
      case Instant time -> instant(tag(out, 'M'), time);
      default -> throw new IllegalArgumentException("no cell: " + cell.getClass());
    }
  }

  static @Nullable Object read(DataInputStream in) throws IOException {
    char tag = (char) in.readByte();
    return switch (tag) {
      case 'N' -> null;
      case 'T' -> text(in);
      case 'L' -> in.readLong();
      case 'I' -> new BigInteger(text(in));
      case 'D' -> new BigDecimal(text(in));
      case 'F' -> in.readDouble();
      case 'Y', 'Z' -> tag == 'Y';
      case 'A' -> LocalDate.ofEpochDay(in.readLong());
      case 'M' -> Instant.ofEpochSecond(in.readLong(), in.readInt());
      default -> throw new IOException("no cell begins with " + tag);
    };
  }

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void instant(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static DataOutputStream tag(DataOutputStream out, char tag) throws IOException {
    out.writeByte(tag);
    return out;
  }
}
