package dev.outlay.server;

/** Answers one call; runs on a virtual thread of its own and may wait. */
@FunctionalInterface
public interface Handler {
  /**
   * The answer. Whatever is thrown becomes a problem: {@link Refusal} as it says, failures and
   * wrong use with their words, anything else as a mistake of ours under a number.
   */
  Reply answer(Call call);
}
