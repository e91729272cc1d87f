package dev.outlay.destinations.s3;

import dev.outlay.destination.Address;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A client for the bucket of an address. */
final class Client {
  private Client() {}

  /**
   * @throws IllegalArgumentException when the address is at fault
   */
  static S3Client of(Address address) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(credentials(address));
    endpoint(address).ifPresent(endpoint -> other(builder, endpoint));
    region(address).ifPresent(builder::region);
    try {
      return builder.build();
    } catch (SdkException e) {
      throw new IllegalArgumentException("name the region of the bucket with ?region=", e);
    }
  }

  /** Stores that are not Amazon's know buckets by path, and not every checksum. */
  private static void other(S3ClientBuilder builder, URI endpoint) {
    builder
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
  }

  private static Optional<URI> endpoint(Address address) {
    return address.parameter("endpoint_url").map(Client::uri);
  }

  private static URI uri(String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      throw new IllegalArgumentException("endpoint_url has to begin with http:// or https://");
    }
    return URI.create(text);
  }

  /** Elsewhere than at Amazon the region is a word without meaning. */
  private static Optional<Region> region(Address address) {
    Optional<Region> given = address.parameter("region").map(Region::of);
    return given.or(() -> endpoint(address).map(_ -> Region.US_EAST_1));
  }

  private static AwsCredentialsProvider credentials(Address address) {
    return address
        .parameter("access_key_id")
        .map(id -> StaticCredentialsProvider.create(login(address, id)))
        .map(AwsCredentialsProvider.class::cast)
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  private static AwsCredentials login(Address address, String id) {
    String secret =
        address
            .parameter("secret_access_key")
            .orElseThrow(
                () -> new IllegalArgumentException("access_key_id needs secret_access_key"));
    return address
        .parameter("session_token")
        .map(token -> (AwsCredentials) AwsSessionCredentials.create(id, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(id, secret));
  }
}
