package dev.outlay.destinations.kafka;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.KeepFailed;
import java.util.concurrent.ExecutionException;

/** Says what went wrong with one Kafka. */
record Trouble(String name) {
  /** Work with Kafka, or with a file of our own. */
  interface Work<T> {
    T run() throws Exception;
  }

  <T> T ask(String tried, Work<T> work) {
    try {
      return work.run();
    } catch (Failure e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw of(tried, e);
    } catch (ExecutionException e) {
      throw of(tried, e.getCause() == null ? e : e.getCause());
    } catch (Exception e) {
      throw of(tried, e);
    }
  }

  KeepFailed of(String tried, Throwable e) {
    Words words = Words.of(e);
    return new KeepFailed(Attempt.to(tried, name, ""), words.came(), words.advice(), e);
  }

  KeepFailed because(String tried, String came, String advice) {
    return new KeepFailed(Attempt.to(tried, name, ""), came, advice);
  }
}
