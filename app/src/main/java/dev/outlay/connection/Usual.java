package dev.outlay.connection;

import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.source.Selection;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for every connection that is made in the page: what the configuration says at its top.
 *
 * @param admin how the API is reached; its name and key are nobody's
 * @param selection what is collected
 */
public record Usual(AdminSettings admin, Selection selection) {
  /** Stands where a key is needed and none is used. */
  public static final ApiKey NO_KEY = ApiKey.of("nobody", "sk-ant-admin-none");

  AdminSettings reaching(String name, ApiKey key, Optional<URI> url) {
    return new AdminSettings(
        name,
        key,
        url.orElse(admin.baseUrl()),
        admin.version(),
        admin.patience(),
        admin.attempts(),
        admin.proxy());
  }

  /** The same, so many days back; finer buckets keep their own look-back where it is shorter. */
  Selection lookingBack(int days) {
    Duration back = Duration.ofDays(days);
    Map<String, Selection.Usage> usage = new HashMap<>();
    selection
        .usage()
        .forEach((width, each) ->
            usage.put(width, new Selection.Usage(back(width, each.lookback(), back), each.cuts())));
    return new Selection(
        selection.datasets(),
        selection.from(),
        selection.to(),
        selection.widths(),
        back,
        usage,
        selection.filter());
  }

  private static Duration back(String width, Duration own, Duration wanted) {
    return width.equals("1d") ? wanted : Collections.min(List.of(own, wanted));
  }
}
