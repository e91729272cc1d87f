package dev.outlay.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Answers kept until the next commit, up to so many bytes. Several who ask the same at once wait
 * for one answer. Safe for use by many threads.
 */
final class AnswerCache {
  /** An answer that is there, or is being made. */
  private static final class Flight {
    private final CompletableFuture<Encoded> answer = new CompletableFuture<>();
  }

  private final long most;
  private final Map<String, Flight> answers = new LinkedHashMap<>(64, 0.75f, true);
  private long version = Long.MIN_VALUE;
  private long size;

  AnswerCache(long most) {
    this.most = most;
  }

  /**
   * The answer under that key.
   *
   * @param current the store's version; another one than before makes everything old
   * @param making makes it, where nobody did
   */
  Encoded get(String key, long current, Supplier<Encoded> making) {
    Flight own = new Flight();
    Flight found = claim(key, current, own);
    if (found == own) {
      make(key, own, making);
    }
    return join(found);
  }

  private synchronized Flight claim(String key, long current, Flight own) {
    if (current > version) {
      answers.clear();
      size = 0;
      version = current;
    }
    Flight before = answers.putIfAbsent(key, own);
    return before == null ? own : before;
  }

  private void make(String key, Flight own, Supplier<Encoded> making) {
    try {
      Encoded made = making.get();
      own.answer.complete(made);
      keep(key, own, made.size());
    } catch (RuntimeException | Error e) {
      forget(key, own);
      own.answer.completeExceptionally(e);
    }
  }

  private synchronized void keep(String key, Flight own, long bytes) {
    if (answers.get(key) == own) {
      size += bytes;
      shrink();
    }
  }

  /** What nobody asked for the longest goes first; what is still being made has no size yet. */
  private void shrink() {
    var oldest = answers.values().iterator();
    while (size > most && oldest.hasNext()) {
      Flight each = oldest.next();
      if (each.answer.isDone()) {
        size -= each.answer.join().size();
        oldest.remove();
      }
    }
  }

  private synchronized void forget(String key, Flight own) {
    answers.remove(key, own);
  }

  private static Encoded join(Flight flight) {
    try {
      return flight.answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
