package dev.outlay.metric;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** One way to push metrics; found with {@link java.util.ServiceLoader} among the extras. */
public interface PushKind {
  /** The schemes of its addresses, in lower case. */
  Set<String> schemes();

  /**
   * A pusher; nothing is sent yet.
   *
   * @param headers sent with every request
   * @param source what is pushed
   * @param version the program's
   */
  Push open(
      URI endpoint,
      Map<String, String> headers,
      InstantSource clock,
      MetricFamilies source,
      String version);
}
