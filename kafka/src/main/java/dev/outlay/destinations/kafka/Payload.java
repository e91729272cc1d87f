package dev.outlay.destinations.kafka;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads chosen cells of records, with or without a schema. The schema is the same in most, and
 * long: it is read once, and passed over while it stays so.
 */
final class Payload {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final java.util.List<String> wanted;
  private byte[] before = new byte[0];

  Payload(java.util.List<String> wanted) {
    this.wanted = wanted;
  }

  /** Gives the text of each wanted cell that is there and not null; what is no row has none. */
  void read(byte[] value, ObjIntConsumer<String> cell) {
    boolean known =
        before.length > 0
            && value.length > before.length
            && Arrays.equals(value, 0, before.length, before, 0, before.length);
    try {
      if (known) {
        cells(value, before.length, cell);
      } else {
        cells(value, start(value), cell);
      }
    } catch (JacksonException _) {
      // Somebody else wrote it: it is replaced when its row comes, and else let be.
    }
  }

  private int start(byte[] value) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), value)) {
      json.nextToken();
      boolean schema = "schema".equals(json.nextName());
      if (!schema || json.nextToken() != JsonToken.START_OBJECT) {
        return 0;
      }
      json.skipChildren();
      json.nextToken();
      json.nextToken();
      int start = (int) json.currentTokenLocation().getByteOffset();
      before = Arrays.copyOf(value, start);
      return start;
    }
  }

  private void cells(byte[] value, int start, ObjIntConsumer<String> cell) {
    int missing = wanted.size();
    try (JsonParser json =
        FACTORY.createParser(ObjectReadContext.empty(), value, start, value.length - start)) {
      json.nextToken();
      String name = json.nextName();
      while (missing > 0 && name != null) {
        JsonToken token = json.nextToken();
        int place = wanted.indexOf(name);
        if (place >= 0 && token != JsonToken.VALUE_NULL) {
          cell.accept(json.getString(), place);
        }
        missing -= place >= 0 ? 1 : 0;
        json.skipChildren();
        name = json.nextName();
      }
    }
  }
}
