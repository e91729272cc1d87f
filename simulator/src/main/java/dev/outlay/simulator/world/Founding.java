package dev.outlay.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes an organisation's directory out of dice; {@code since} and {@code now} bound its dates. */
final class Founding {
  private static final String[] ROLES = {
    "admin", "developer", "user", "claude_code_user", "billing", "developer"
  };
  private static final String[] COLORS = {"#6C5BB9", "#D97757", "#2E7D6B", "#B8860B", "#4A6FA5"};

  private final Dice dice;
  private final Ids ids;
  private final Size size;
  private final Instant since;
  private final Instant now;

  Founding(Dice dice, Size size, LocalDate since, Instant now) {
    this.dice = dice;
    this.ids = new Ids(dice);
    this.size = size;
    this.since = since.atStartOfDay(ZoneOffset.UTC).toInstant();
    this.now = now;
  }

  Directory found() {
    Workspace home = home();
    List<Workspace> workspaces = many(size.workspaces(), this::workspace);
    List<User> users = many(size.users(), this::user);
    List<ServiceAccount> accounts = many(size.serviceAccounts(), this::serviceAccount);
    List<ApiKey> keys = many(size.apiKeys(), i -> key(i, home, workspaces, users, accounts));
    return new Directory(
        home,
        workspaces,
        users,
        many(Math.max(1, size.users() / 8), this::deletedUser),
        accounts,
        keys,
        many(6, this::invite),
        new Limits(ids, now).rateLimits(),
        new Limits(ids, now).spendLimits(since, workspaces),
        dice.forPurpose("members"));
  }

  private static <T> List<T> many(int number, java.util.function.IntFunction<T> maker) {
    return IntStream.range(0, number).mapToObj(maker).toList();
  }

  private Workspace home() {
    return new Workspace(
        ids.tagged("wrkspc", -1),
        "Default",
        before(90, -1),
        null,
        ids.uuid("compartment", 0),
        COLORS[0],
        false,
        null,
        Map.of());
  }

  private Workspace workspace(int i) {
    boolean archived = i % 6 == 4;
    return new Workspace(
        ids.tagged("wrkspc", i),
        Names.workspace(i),
        before(80 - i % 60, i),
        archived ? archival(i) : null,
        ids.uuid("compartment", 0),
        COLORS[i % COLORS.length],
        i % 4 == 1,
        i % 9 == 5 ? ids.tagged("ekey", 0) : null,
        i % 2 == 0 ? Map.of("env", i % 4 == 0 ? "prod" : "dev", "team", "platform") : Map.of());
  }

  /** Somewhere in the second half of the history, at midnight, so that no day is cut in two. */
  private Instant archival(int i) {
    long days = Math.max(1, Duration.between(since, now).toDays());
    return since.plus(Duration.ofDays(days / 2 + dice.below((int) (days / 3 + 1), i, 3, 0)));
  }

  private User user(int i) {
    String role = i % 97 == 96 ? "auditor" : ROLES[i % ROLES.length];
    return new User(
        ids.tagged("user", i),
        Names.person(i),
        Names.email(i),
        role,
        before(600 - i % 590, i),
        false);
  }

  private User deletedUser(int i) {
    int place = size.users() + i;
    return new User(
        ids.tagged("user", place), "Deleted User", Names.email(place), "user", since, true);
  }

  private ServiceAccount serviceAccount(int i) {
    return new ServiceAccount(
        ids.tagged("svac", i),
        Names.serviceAccount(i),
        i == 0 ? "admin" : "developer",
        before(50 - i % 50, i),
        ids.tagged("user", 0),
        i % 5 == 3 ? archival(i) : null);
  }

  private ApiKey key(
      int i,
      Workspace home,
      List<Workspace> spaces,
      List<User> users,
      List<ServiceAccount> accounts) {
    boolean personal = i % 5 == 3;
    boolean robot = i % 5 == 4;
    boolean wide = (personal || robot) && i % 2 == 0;
    Workspace space = i % 7 == 2 ? home : spaces.get((i - i / 7) % spaces.size());
    return new ApiKey(
        ids.tagged("apikey", i),
        Names.key(i),
        before(60 - i % 50, i),
        i % 8 == 3 ? now.plus(Duration.ofDays(30 + i % 90)) : null,
        status(i),
        personal ? users.get(i % users.size()).id() : null,
        robot ? accounts.get(i % accounts.size()).id() : null,
        wide ? null : space.id(),
        i % 6 == 5 ? null : users.get((i * 3) % users.size()).id(),
        "sk-ant-api03-"
            + ids.tagged("x", i).substring(4, 7)
            + "..."
            + ids.tagged("y", i).substring(4, 6)
            + "AA");
  }

  private static ApiKey.Status status(int i) {
    return switch (i % 12) {
      case 7 -> ApiKey.Status.INACTIVE;
      case 9 -> ApiKey.Status.ARCHIVED;
      case 11 -> i % 48 == 47 ? ApiKey.Status.SUSPENDED : ApiKey.Status.EXPIRED;
      default -> ApiKey.Status.ACTIVE;
    };
  }

  private Invite invite(int i) {
    Instant invited =
        now.minus(Duration.ofDays(3L + 9L * i)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    String status = i % 3 == 1 ? "accepted" : i > 2 ? "expired" : "pending";
    return new Invite(
        ids.tagged("invite", i),
        Names.email(900 + i),
        i == 0 ? "developer" : "user",
        status,
        invited,
        invited.plus(Duration.ofDays(21)),
        accepted(status, invited));
  }

  private static @Nullable Instant accepted(String status, Instant invited) {
    return status.equals("accepted") ? invited.plus(Duration.ofHours(5)) : null;
  }

  private Instant before(int days, int salt) {
    long micros = dice.below(86_400_000, salt, 5, 0) * 1_000L;
    return since.minus(Duration.ofDays(days)).plusNanos(micros * 1_000L);
  }
}
