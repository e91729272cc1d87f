package dev.outlay.destinations.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void theNamesOfIngestrAreTaken() {
    Settings settings =
        of(
            "kafka://?bootstrap_servers=a:1,b:2&topic_prefix=claude.&security_protocol=SASL_PLAINTEXT"
                + "&sasl_mechanisms=SCRAM-SHA-512&sasl_username=me&sasl_password=s3cr3t&group_id=x");
    assertThat(settings.prefix()).isEqualTo("claude.");
    assertThat(settings.client())
        .containsEntry("bootstrap.servers", "a:1,b:2")
        .containsEntry("security.protocol", "SASL_PLAINTEXT")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"me\""
                + " password=\"s3cr3t\";");
    assertThat(settings.name()).isEqualTo("kafka://a:1,b:2/claude.");
  }

  @Test
  void aPasswordInTheAddressIsSentOverTlsUnlessItSaysOtherwise() {
    assertThat(of("kafka://me:s3cr3t@host/p").client())
        .containsEntry("bootstrap.servers", "host:9092")
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN");
  }

  @Test
  void severalBrokersArePossible() {
    assertThat(of("kafka://a,b:9094/p").client())
        .containsEntry("bootstrap.servers", "a:9092,b:9094");
  }

  @Test
  void propertiesOfTheClientsGoThrough() {
    assertThat(of("kafka://h/p?kafka.compression.type=zstd").client())
        .containsEntry("compression.type", "zstd");
  }

  @Test
  void whatIsWrongIsSaidByNameAndNeverByValue() {
    Map.of(
            "kafka://h/p?topics=s3cr3t", "topics",
            "kafka://h/p?schemas=s3cr3t", "schemas",
            "kafka://h/p?partitions=s3cr3t", "partitions",
            "kafka://h/s3cr3t%20", "prefix",
            "kafka://?topic_prefix=s3cr3t", "broker",
            "kafka://h/p?kafka.linger.ms=s3cr3t", "linger.ms",
            "kafka://h/p?kafka.acks=s3cr3t", "kafka.acks",
            "kafka://h/p?kafka.lingerms=s3cr3t", "kafka.lingerms",
            "kafka://h/p?schemas=false&decimals=connect", "decimals")
        .forEach((address, named) ->
            assertThatThrownBy(
                    () -> new Kafka().open(Address.of(address), InstantSource.system()).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("s3cr3t"));
  }

  private static Settings of(String address) {
    return Settings.of(Address.of(address));
  }
}
