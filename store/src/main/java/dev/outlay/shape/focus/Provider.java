package dev.outlay.shape.focus;

/**
 * Who stands behind a charge. All one where Claude is bought from Anthropic; issuer and host differ
 * where it is bought through somebody else's cloud.
 *
 * @param issuer who writes the invoice
 * @param provider who offers the service
 * @param publisher who made it
 * @param host on whose machines it runs
 */
public record Provider(String issuer, String provider, String publisher, String host) {
  public static final Provider ANTHROPIC =
      new Provider("Anthropic", "Anthropic", "Anthropic", "Anthropic");
}
