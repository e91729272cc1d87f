package dev.outlay.destinations.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.Clustering;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.FormatOptions;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardTableDefinition;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableDataWriteChannel;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableInfo;
import com.google.cloud.bigquery.WriteChannelConfiguration;
import dev.outlay.destination.Guarantee;
import dev.outlay.destinations.warehouse.Lines;
import dev.outlay.destinations.warehouse.Patience;
import dev.outlay.destinations.warehouse.Warehouse;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One dataset. Rows go in by load jobs, which cost nothing; statements that change rows are one
 * script with a transaction. Every job has a name of ours, so that one that is asked for twice,
 * because the first answer was lost, runs once.
 */
record Dataset(String name, BigQuery client, String dataset, InstantSource clock)
    implements Warehouse {
  private static final Duration PASSING = Duration.ofDays(1);
  private static final int CONFLICT = 409;

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACTLY_ONCE;
  }

  @Override
  public String type(Type type) {
    return Fields.type(type);
  }

  @Override
  public String table(String name) {
    return name(dataset) + "." + name(name);
  }

  @Override
  public Set<String> columns(String table) {
    return asked(
        "looking at the tables",
        () ->
            Optional.ofNullable(client.getTable(id(table)))
                .map(found -> schema(found).getFields().stream())
                .orElseGet(Stream::of)
                .map(field -> field.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
  }

  /** Passing tables go by themselves a day later, should nobody drop them. */
  @Override
  public void create(String table, List<Column> columns, boolean passing) {
    StandardTableDefinition.Builder definition =
        StandardTableDefinition.newBuilder().setSchema(Fields.schema(columns));
    if (!passing) {
      clustering(columns).ifPresent(definition::setClustering);
    }
    TableInfo.Builder info = TableInfo.newBuilder(id(table), definition.build());
    if (passing) {
      info.setExpirationTime(clock.instant().plus(PASSING).toEpochMilli());
    }
    asked("making the tables ready", () -> client.create(info.build()));
  }

  /** Readers ask for days; such small tables are clustered rather than partitioned. */
  private static Optional<Clustering> clustering(List<Column> columns) {
    return columns.stream()
        .filter(each -> each.type() == Type.Plain.INSTANT || each.type() == Type.Plain.DATE)
        .filter(each -> each.role() == Column.Role.VALUE)
        .findFirst()
        .map(time -> Clustering.newBuilder().setFields(List.of(time.name())).build());
  }

  @Override
  public void add(String table, Column column) {
    asked(
        "making the tables ready",
        () -> {
          Table found = client.getTable(id(table));
          return found.toBuilder()
              .setDefinition(StandardTableDefinition.of(Fields.with(schema(found), column)))
              .build()
              .update();
        });
  }

  @Override
  public void drop(String table) {
    asked("cleaning up", () -> client.delete(id(table)));
  }

  @Override
  public List<String> named(String prefix) {
    return List.of();
  }

  @Override
  public String row(List<Column> columns, @Nullable Object[] cells) {
    return RowJson.of(columns, cells);
  }

  @Override
  public void load(String table, List<Column> columns, Lines rows) {
    WriteChannelConfiguration into =
        WriteChannelConfiguration.newBuilder(id(table))
            .setFormatOptions(FormatOptions.json())
            .setSchema(Fields.schema(columns))
            .setCreateDisposition(JobInfo.CreateDisposition.CREATE_NEVER)
            .setWriteDisposition(JobInfo.WriteDisposition.WRITE_TRUNCATE)
            .setMaxBadRecords(0)
            .build();
    asked("taking rows", () -> Patience.USUAL.over(() -> uploaded(into, rows), Trouble::passes));
  }

  /** The client does not try an upload again. It may be: it takes the place of what is there. */
  private Job uploaded(WriteChannelConfiguration into, Lines rows)
      throws IOException, InterruptedException {
    TableDataWriteChannel channel = client.writer(jobId(), into);
    try (InputStream lines = rows.open();
        OutputStream out = Channels.newOutputStream(channel)) {
      lines.transferTo(out);
    }
    return ended("taking rows", channel.getJob());
  }

  @Override
  public List<List<@Nullable String>> ask(String tried, String sql) {
    return asked(
        tried,
        () -> {
          List<List<@Nullable String>> rows = new ArrayList<>();
          for (FieldValueList found : run(tried, sql).getQueryResults().iterateAll()) {
            rows.add(texts(found));
          }
          return rows;
        });
  }

  private static List<@Nullable String> texts(FieldValueList found) {
    List<@Nullable String> row = new ArrayList<>();
    found.forEach(cell -> row.add(cell.isNull() ? null : cell.getStringValue()));
    return row;
  }

  /** A script that ends before its COMMIT is rolled back, also when another changes the same. */
  @Override
  public void apply(String tried, List<String> statements) {
    String script =
        "BEGIN TRANSACTION;\n" + String.join(";\n", statements) + ";\nCOMMIT TRANSACTION;";
    asked(tried, () -> Patience.USUAL.over(() -> run(tried, script), Trouble::isConflict));
  }

  /** The client holds nothing open. */
  @Override
  public void close() {}

  private Job run(String tried, String sql) throws InterruptedException {
    JobId id = jobId();
    QueryJobConfiguration query =
        QueryJobConfiguration.newBuilder(sql)
            .setUseLegacySql(false)
            .setUseQueryCache(false)
            .build();
    try {
      return ended(tried, client.create(JobInfo.of(id, query)));
    } catch (BigQueryException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
      return ended(tried, client.getJob(id));
    }
  }

  private Job ended(String tried, @Nullable Job job) throws InterruptedException {
    Job ended = job == null ? null : job.waitFor();
    if (ended == null) {
      throw because(tried, "it knows nothing of the job", "See ?location=, and run it again.");
    }
    if (ended.getStatus().getError() != null) {
      throw new BigQueryException(
          0, ended.getStatus().getError().getMessage(), ended.getStatus().getError());
    }
    return ended;
  }

  private JobId jobId() {
    return JobId.newBuilder()
        .setJob("outlay_" + UUID.randomUUID())
        .setLocation(client.getOptions().getLocation())
        .build();
  }

  private TableId id(String table) {
    return TableId.of(dataset, table);
  }

  private static Schema schema(Table table) {
    Schema schema = table.getDefinition().getSchema();
    return schema == null ? Schema.of() : schema;
  }

  private <T> T asked(String tried, Trouble.Work<T> work) {
    return new Trouble(this).ask(tried, work);
  }
}
