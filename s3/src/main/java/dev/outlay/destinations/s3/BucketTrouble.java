package dev.outlay.destinations.s3;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the store said, in our words. */
record BucketTrouble(String name) {
  private static final String TRIED = "asking the bucket";
  private static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";

  KeepFailed of(SdkException e) {
    return e instanceof S3Exception answer ? answered(answer) : unanswered(e);
  }

  KeepFailed because(String came, String advice, Throwable... cause) {
    return new KeepFailed(Attempt.to(TRIED, name, ""), came, advice, cause);
  }

  private KeepFailed answered(S3Exception e) {
    return switch (e.statusCode()) {
      case 401, 403 ->
          because(
              "it refused the key, or what the key may do",
              "Allow listing the bucket, and reading, writing and deleting below the prefix.",
              e);
      case 404 -> because("there is no such bucket", "Make it, or name another.", e);
      case 301, 307, 400 ->
          because("it does not take the request", "See region and endpoint_url.", e);
      default -> because("it answered with HTTP " + e.statusCode(), AGAIN, e);
    };
  }

  private KeepFailed unanswered(SdkException e) {
    boolean keyless =
        String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("credentials");
    return keyless
        ? because(
            "there are no credentials",
            "Give access_key_id and secret_access_key, or set them as for the tools of AWS.",
            e)
        : because("it cannot be reached", "See endpoint_url and the network. " + AGAIN, e);
  }
}
