package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.search.Entry;
import java.time.InstantSource;
import java.util.Set;

/**
 * OpenSearch and Elasticsearch, over HTTP: one index a table. {@code ?prefix=} begins the names of
 * the indices ({@code outlay-}), {@code ?secure=false} speaks plain HTTP, {@code ?ca=FILE} names
 * the certificate, {@code ?verify_certs=false} believes any, {@code ?api_key=} signs in without a
 * password.
 */
public final class OpenSearch implements DestinationKind {
  @Override
  public String name() {
    return "OpenSearch";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("opensearch", "elasticsearch");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "opensearch://user:password@host:9200?secure=true&prefix=outlay-",
        Guarantee.REPLACES,
        "the state before, as a rule; after a crash rows of both until the next run finishes it",
        "the exact text in the document and in a keyword field .exact; a double for aggregations",
        "added to the mapping; old rows lack it until they are filled again",
        "OpenSearch 3.6.0; Elasticsearch never");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    return new Entry(address).open();
  }
}
