package dev.outlay.destinations.bigquery;

import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.FieldList;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardSQLTypeName;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.util.ArrayList;
import java.util.List;

/** Columns as BigQuery has them. JSON is text: BigQuery cannot compare its own JSON. */
final class Fields {
  private static final int NUMERIC_SCALE = 9;
  private static final int NUMERIC_WHOLE = 29;

  private Fields() {}

  static Schema schema(List<Column> columns) {
    return Schema.of(columns.stream().map(Fields::field).toList());
  }

  static Schema with(Schema schema, Column column) {
    List<Field> fields = new ArrayList<>(schema.getFields());
    fields.add(field(column));
    return Schema.of(FieldList.of(fields));
  }

  static String type(Type type) {
    return switch (type) {
      case Type.Plain _ -> name(type).name();
      case Type.Decimal(int precision, int scale) ->
          "%s(%d,%d)".formatted(name(type), precision, scale);
    };
  }

  private static Field field(Column column) {
    Field.Builder field =
        Field.newBuilder(column.name(), name(column.type())).setDescription(column.meaning());
    if (column.type() instanceof Type.Decimal(int precision, int scale)) {
      field.setPrecision((long) precision).setScale((long) scale);
    }
    return field.setMode(Field.Mode.NULLABLE).build();
  }

  private static StandardSQLTypeName name(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT, JSON -> StandardSQLTypeName.STRING;
            case INTEGER -> StandardSQLTypeName.INT64;
            case BOOLEAN -> StandardSQLTypeName.BOOL;
            case INSTANT -> StandardSQLTypeName.TIMESTAMP;
            case DATE -> StandardSQLTypeName.DATE;
          };
      case Type.Decimal(int precision, int scale) ->
          scale <= NUMERIC_SCALE && precision - scale <= NUMERIC_WHOLE
              ? StandardSQLTypeName.NUMERIC
              : StandardSQLTypeName.BIGNUMERIC;
    };
  }
}
