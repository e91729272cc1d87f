package dev.outlay.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers that are made of the store's data alone: tagged, and kept until the next commit.
 *
 * @param version of the store
 * @param born something that no other run of the program has, for versions begin anew with it
 * @param cache where they are kept
 */
record Kept(LongSupplier version, String born, AnswerCache cache) {
  private static final int TAG_BYTES = 12;

  /**
   * The answer, or that it is still the one whoever asks has.
   *
   * @param pay is called where it has to be made
   */
  Reply answer(Call call, Runnable pay) {
    Optional<Function<Call, String>> also = call.endpoint().kept();
    if (also.isPresent()) {
      return kept(call, also.get().apply(call), pay);
    }
    pay.run();
    return call.endpoint().handler().answer(call);
  }

  private Reply kept(Call call, String also, Runnable pay) {
    long current = version.getAsLong();
    String key = String.join("\n", call.request().address(), scope(call), also);
    String tag = tag(key + "\n" + current + "\n" + born);
    if (asked(call.request(), tag)) {
      return new Reply(304, List.of(new Reply.Header("ETag", quoted(tag))), Reply.None.NONE);
    }
    return new Reply(
        200, List.of(), new Reply.Ready(cache.get(key, current, () -> made(call, tag, pay))));
  }

  private static Encoded made(Call call, String tag, Runnable pay) {
    pay.run();
    Reply reply = call.endpoint().handler().answer(call);
    return switch (reply.body()) {
      case Reply.Json(var value) ->
          Encoded.of("application/json", Optional.of(tag), Json.bytes(value));
      case Reply.Bytes(var type, var bytes) -> Encoded.of(type, Optional.of(tag), bytes);
      default -> throw new IllegalStateException("only bytes can be kept");
    };
  }

  private static String scope(Call call) {
    return call.whoever()
        .flatMap(each -> each.workspaces())
        .map(ids -> String.join(",", new TreeSet<>(ids)))
        .orElse("*");
  }

  /** Whether whoever asks has just this already, in whichever form. */
  static boolean asked(Incoming request, String tag) {
    return request
        .header("If-None-Match")
        .filter(all ->
            all.equals("*")
                || Arrays.stream(all.split(","))
                    .map(each ->
                        each.strip().replaceFirst("^W/", "").replaceFirst("-[a-z]+\"$", "\""))
                    .anyMatch(quoted(tag)::equals))
        .isPresent();
  }

  static String quoted(String tag) {
    return '"' + tag + '"';
  }

  static String tag(String text) {
    return tag(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says the same of the same bytes, and of no others. */
  static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
