package dev.outlay.destinations.kafka;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import java.time.InstantSource;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka. Its parameters are those of {@link Settings}. */
public final class Kafka implements DestinationKind {
  /** What goes wrong is told in words; the client's own lines, one a second, say it again. */
  private static final Logger TALKATIVE = Logger.getLogger("org.apache.kafka");

  @Override
  public String name() {
    return "Kafka";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("kafka");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "kafka://host:9092/claude.?security_protocol=SASL_SSL&sasl_mechanism=PLAIN"
            + "&sasl_username=user&sasl_password=password",
        Guarantee.EXACTLY_ONCE,
        "read_committed: the state before, for rows and checkpoint are one transaction;"
            + " read_uncommitted: also records of a load that is never committed",
        "Connect's Decimal, every digit; with decimals=text or schemas=false as text",
        "in the schema of every record written from then on; absent in older ones",
        "Apache Kafka 4.3.1, read back by its consumer and Connect's JsonConverter;"
            + " never against a hosted Kafka");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    TALKATIVE.setLevel(Level.OFF);
    Settings settings = Settings.of(address);
    new Clients(settings).check();
    return new KafkaMirror(settings, clock);
  }
}
