package dev.outlay.destinations.bigquery;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.outlay.destination.Address;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** How the address says to get in. What is in a key is never told. */
record Key(Address address) {
  private static final String SCOPE = "https://www.googleapis.com/auth/bigquery";

  GoogleCredentials credentials() {
    Optional<String> inline = address.parameter("credentials_base64");
    Optional<String> file = address.parameter("credentials_path");
    return (inline.isPresent()
            ? inline(inline.get())
            : file.isPresent() ? from(file.get()) : found())
        .createScoped(SCOPE);
  }

  private static GoogleCredentials inline(String text) {
    try {
      byte[] json = Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/'));
      return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(json));
    } catch (IOException | IllegalArgumentException _) {
      throw new IllegalArgumentException(
          "credentials_base64 is not the key of a service account, in base64");
    }
  }

  private static GoogleCredentials from(String file) {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException("credentials_path: " + file + " cannot be read");
    }
    try (InputStream json = Files.newInputStream(path)) {
      return GoogleCredentials.fromStream(json);
    } catch (IOException | IllegalArgumentException _) {
      throw new IllegalArgumentException("credentials_path: " + file + " is no key of Google's");
    }
  }

  private GoogleCredentials found() {
    try {
      return GoogleCredentials.getApplicationDefault();
    } catch (IOException e) {
      throw new KeepFailed(
          Attempt.to("getting in", address.toString(), ""),
          "there are no credentials",
          "Name a key with ?credentials_path=, or set GOOGLE_APPLICATION_CREDENTIALS.",
          e);
    }
  }
}
