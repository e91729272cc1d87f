package dev.outlay.destinations.s3;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.FilePlace;
import dev.outlay.destinations.file.FileMirror;
import dev.outlay.destinations.file.Layout;
import java.time.InstantSource;
import java.util.Set;

/**
 * Files in a bucket of Amazon S3, or of a store that speaks like it. Without a key in the address
 * the credentials are found as the tools of AWS find them: environment, shared files, the machine.
 */
public final class S3 implements DestinationKind {
  private static final Set<String> PARAMETERS =
      Set.of(
          "format",
          "layout",
          "region",
          "access_key_id",
          "secret_access_key",
          "session_token",
          "endpoint_url");

  @Override
  public String name() {
    return "Amazon S3";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("s3");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "s3://bucket/prefix?format=parquet&region=eu-central-1",
        Guarantee.REPLACES,
        "by its manifest the state before; by a plain listing, which is not atomic, parts of both",
        "as the format has them, every digit",
        "its objects are written anew, old rows empty there",
        "S3Mock 5.2; never run against Amazon S3 itself");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    FilePlace.refuseUnknown(address, PARAMETERS);
    if (address.host().isEmpty()) {
      throw new IllegalArgumentException("name a bucket: " + promise().example());
    }
    return new FileMirror(
        address.toString(),
        Guarantee.REPLACES,
        new Bucket(address, Client.of(address), clock),
        FilePlace.format(address.parameter("format").orElse("parquet")),
        Layout.named(address.parameter("layout").orElse("hive")),
        clock);
  }
}
