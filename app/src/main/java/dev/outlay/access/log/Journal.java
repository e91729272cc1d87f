package dev.outlay.access.log;

import dev.outlay.access.Caller;
import dev.outlay.access.ChangeLog;
import dev.outlay.access.log.Entry.Kind;
import dev.outlay.store.Documents;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the log for a year. Safe for use by many threads. */
public final class Journal implements ChangeLog {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final Duration KEPT = Duration.ofDays(365);
  private static final int MOST = 20_000;
  private static final int TIDY_EVERY = 500;

  private final Documents documents;
  private final InstantSource clock;
  private final SecureRandom random;
  private final AtomicInteger written = new AtomicInteger();

  public Journal(Documents documents, InstantSource clock, SecureRandom random) {
    this.documents = documents;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void changed(Caller who, String what) {
    write(Kind.CHANGE, who.name(), what, Optional.empty());
  }

  /** Somebody signed in or out. */
  public void signed(String who, String what, String from) {
    write(Kind.SIGN_IN, who, what, Optional.of(from));
  }

  /** Somebody could not sign in; the name is one that is known here, never what was typed. */
  public void failed(String who, String what, String from) {
    write(Kind.FAILED, who, what, Optional.of(from));
  }

  /** The newest lines, or those before the one of that id. */
  public List<Entry> newest(int most, Optional<String> before) {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> documents.all(kind.shelf()).entrySet().stream())
        .filter(each -> before.filter(id -> each.getKey().compareTo(id) >= 0).isEmpty())
        .sorted(Map.Entry.<String, String>comparingByKey(Comparator.reverseOrder()))
        .limit(most)
        .map(each -> JSON.readValue(each.getValue(), Entry.class))
        .toList();
  }

  private void write(Kind kind, String who, String what, Optional<String> from) {
    int count = written.getAndIncrement();
    Entry entry = new Entry(id(clock.instant(), count), clock.instant(), kind, who, what, from);
    documents.put(kind.shelf(), entry.id(), JSON.writeValueAsString(entry));
    if (count % TIDY_EVERY == 0) {
      Arrays.stream(Kind.values()).forEach(this::tidy);
    }
  }

  private void tidy(Kind kind) {
    List<String> ids = List.copyOf(documents.all(kind.shelf()).keySet());
    String oldest = time(clock.instant().minus(KEPT));
    for (int i = 0; i < ids.size(); i++) {
      if (ids.get(i).compareTo(oldest) < 0 || ids.size() - i > MOST) {
        documents.remove(kind.shelf(), ids.get(i));
      }
    }
  }

  /** Sorts by time, then by the order of writing, and is never given twice. */
  private String id(Instant at, int count) {
    HexFormat hex = HexFormat.of();
    return time(at) + "-" + hex.toHexDigits(count) + hex.toHexDigits((short) random.nextInt());
  }

  /** As many digits whatever the time, so that texts sort as times do. */
  private static String time(Instant at) {
    return "%012d%09d".formatted(at.getEpochSecond(), at.getNano());
  }
}
