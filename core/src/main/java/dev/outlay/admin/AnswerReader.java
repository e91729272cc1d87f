package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.dataset.Paging;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads all pages of one answer. A page that fails is taken back and asked again; an answer that
 * lost its cursor or lacks a part begins again with the first page; both only so often.
 */
final class AnswerReader {
  private static final int BEGINNINGS = 3;
  private final AdminClient client;
  private final Dataset dataset;
  private final Call call;
  private final Map<String, String> asked;
  private final Supplier<Check> checks;
  private final Intake intake;
  private int begun = -1;

  AnswerReader(
      AdminClient client,
      Dataset dataset,
      Call call,
      Map<String, String> asked,
      Supplier<Check> checks,
      Intake intake) {
    this.client = client;
    this.dataset = dataset;
    this.call = call;
    this.asked = asked;
    this.checks = checks;
    this.intake = intake;
  }

  Answer read() {
    for (int beginning = 1; ; beginning++) {
      try {
        return pages(checks.get());
      } catch (Restart restart) {
        again(beginning, restart.failure());
      } catch (Incomplete incomplete) {
        again(beginning, lacking(call.attempt(), incomplete));
      } catch (Misfit misfit) {
        throw new Failure.Unreadable(call.attempt(), misfit.path(), misfit.found());
      }
    }
  }

  private void again(int beginning, Failure.Retry failure) {
    intake.discard(0);
    begun = -1;
    if (beginning == BEGINNINGS) {
      throw failure;
    }
  }

  /** One page: its fields besides the items, and the server's time. */
  private record Page(Node envelope, Instant serverTime) {
    Optional<String> next(Paging paging) {
      return Optional.ofNullable(
          switch (paging) {
            case NONE -> null;
            case ID -> more() ? text("last_id") : null;
            case PAGE, TOKEN -> text("next_page");
          });
    }

    boolean more() {
      return Boolean.TRUE.equals(envelope.get("has_more"));
    }

    private @Nullable String text(String name) {
      return envelope.get(name) instanceof String text ? text : null;
    }
  }

  private Answer pages(Check check) {
    Set<String> cursors = new HashSet<>();
    Page page = page(check, 0, Optional.empty());
    Optional<String> cursor = next(page);
    for (int number = 1; cursor.isPresent(); number++) {
      if (!cursors.add(cursor.get())) {
        throw new Misfit("next_page", "the cursor was given before: the pages run in a circle");
      }
      page = page(check, number, cursor);
      cursor = next(page);
    }
    return check.answer(page.serverTime(), page.envelope());
  }

  private Optional<String> next(Page page) {
    Optional<String> next = page.next(dataset.paging());
    boolean says = dataset.paging() == Paging.ID || dataset.paging() == Paging.PAGE;
    if (says && page.more() != next.isPresent()) {
      throw new Misfit("has_more", "has_more and the cursor contradict each other");
    }
    return next;
  }

  private Page page(Check check, int number, Optional<String> cursor) {
    return client.get(
        cursor.map(at -> call.with(cursorName(), at)).orElse(call),
        intake::requested,
        (body, reply) -> {
          takeBack(number);
          check.pageBegins();
          Node envelope = parsed(check, number, body, reply);
          intake.paged();
          return new Page(envelope, client.now(reply));
        });
  }

  /** Taking back costs the destination a look at what it has: only where there may be rows. */
  private void takeBack(int number) {
    if (number == begun) {
      intake.discard(number);
    }
    begun = number;
  }

  private String cursorName() {
    return dataset.paging() == Paging.ID ? "after_id" : "page";
  }

  private Node parsed(Check check, int number, InputStream body, Reply reply) throws IOException {
    Attempt attempt = call.attempt().answered(reply.requestId());
    try {
      Batches batches = new Batches(dataset, asked, check, intake, number);
      Node envelope = new PageReader(dataset, check, batches).read(body);
      check.pageEnds(new Page(envelope, Instant.EPOCH).next(dataset.paging()).isPresent());
      return envelope;
    } catch (Incomplete incomplete) {
      throw lacking(attempt, incomplete);
    } catch (Misfit misfit) {
      throw new Failure.Unreadable(attempt, misfit.path(), misfit.found());
    } catch (UnexpectedEndOfInputException e) {
      throw new Failure.Retry(attempt, "the answer was cut off", Optional.empty(), e);
    } catch (JacksonIOException e) {
      throw new IOException(e.getCause());
    } catch (StreamReadException e) {
      String place = "byte " + e.getLocation().getByteOffset();
      throw new Failure.Unreadable(attempt, place, "that is no JSON", e);
    } catch (JacksonException e) {
      throw new Failure.Unreadable(attempt, "the body", "that is no JSON", e);
    }
  }

  private static Failure.Retry lacking(Attempt attempt, Incomplete incomplete) {
    return new Failure.Retry(
        attempt, "the answer is not complete: " + incomplete.what(), Optional.empty());
  }
}
