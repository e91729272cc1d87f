package dev.outlay.destinations.bigquery;

import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.bigquery.BigQueryOptions;
import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.warehouse.WarehouseMirror;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * BigQuery, by Google's own client, which is not part of the download. As in ingestr: {@code
 * ?credentials_path=} or {@code ?credentials_base64=}, else what Google's libraries find, and
 * {@code ?location=}. The dataset is {@code ?schema=} or the path.
 */
public final class GoogleBigQuery implements DestinationKind {
  private static final String NAMES = "[A-Za-z0-9_]{1,1024}";

  @Override
  public String name() {
    return "BigQuery";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("bigquery");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "bigquery://project?credentials_path=/keys/outlay.json&location=EU&schema=claude",
        Guarantee.EXACTLY_ONCE,
        "the state before: rows and checkpoint are one transaction",
        "BIGNUMERIC (NUMERIC up to nine decimals), every digit",
        "added to the table, then filled",
        "Google's client against a server of our own that answers as its REST pages say and runs the"
            + " statements, respelt, on DuckDB 2.0; never BigQuery itself");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    String dataset = address.parameter("schema").orElse(address.database());
    if (address.host().isEmpty() || !dataset.matches(NAMES)) {
      throw new IllegalArgumentException("name project and dataset: " + promise().example());
    }
    BigQueryOptions.Builder options =
        BigQueryOptions.newBuilder()
            .setProjectId(address.host())
            .setRetrySettings(patience())
            .setCredentials(new Key(address).credentials());
    address.parameter("location").ifPresent(options::setLocation);
    address.parameter("endpoint").ifPresent(options::setHost);
    String name = "bigquery://" + address.host() + "/" + dataset;
    return new WarehouseMirror(
        new Dataset(name, options.build().getService(), dataset, clock), clock);
  }

  /** What passes by itself is tried again for five minutes. */
  private static RetrySettings patience() {
    return RetrySettings.newBuilder()
        .setInitialRetryDelayDuration(Duration.ofMillis(500))
        .setRetryDelayMultiplier(2)
        .setMaxRetryDelayDuration(Duration.ofSeconds(30))
        .setInitialRpcTimeoutDuration(Duration.ofMinutes(1))
        .setRpcTimeoutMultiplier(1)
        .setMaxRpcTimeoutDuration(Duration.ofMinutes(1))
        .setTotalTimeoutDuration(Duration.ofMinutes(5))
        .setMaxAttempts(8)
        .build();
  }
}
