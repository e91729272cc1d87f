package dev.outlay.simulator.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays the lanes: each stream is one use of Claude, which moves from model to newer model. */
final class Lanes {
  private static final Tier[] TIERS = {
    Tier.STANDARD, Tier.STANDARD, Tier.BATCH, Tier.STANDARD, Tier.PRIORITY
  };

  private final Dice dice;
  private final Size size;
  private final Directory directory;
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<Cell, Integer> cells = new HashMap<>();

  Lanes(Dice dice, Size size, Directory directory) {
    this.dice = dice;
    this.size = size;
    this.directory = directory;
  }

  List<Lane> lay() {
    for (int stream = 0; stream < size.streams(); stream++) {
      lay(stream);
    }
    return List.copyOf(lanes);
  }

  private void lay(int stream) {
    int round = stream / size.apiKeys();
    Source source = source(stream);
    Family family = Family.at((stream + round) % size.families());
    Tier tier = TIERS[(stream / size.families() + round) % TIERS.length];
    Context context = (stream + round * 3) % 7 == 5 ? Context.LONG : Context.SHORT;
    List<Model> models = Model.of(family);
    for (int i = 0; i < models.size(); i++) {
      long from = i == 0 ? Long.MIN_VALUE : changeover(stream, models.get(i));
      long to = i == models.size() - 1 ? Long.MAX_VALUE : changeover(stream, models.get(i + 1));
      add(stream, source, models.get(i), tier, context, from, Math.min(to, source.until()));
    }
  }

  /** A stream moves to a new model within six weeks of its launch. */
  private long changeover(int stream, Model to) {
    return to.launched() + dice.below(42, stream, to.family().place(), 1);
  }

  private void add(
      int stream, Source source, Model model, Tier tier, Context context, long from, long to) {
    if (from >= to) {
      return;
    }
    Geo geo = !model.geos() ? Geo.NOT_AVAILABLE : source.us() ? Geo.US : Geo.GLOBAL;
    boolean fast = model.fastMode() && tier == Tier.STANDARD && stream % 9 == 1;
    Lane lane =
        source.lane(
            lanes.size(), model, tier, context, geo, fast ? Speed.FAST : Speed.STANDARD, from, to);
    int cell = cells.computeIfAbsent(lane.cellKey(), _ -> cells.size());
    lanes.add(source.inCell(lane, cell));
  }

  private Source source(int stream) {
    int turn = stream % (size.streams() > 200 ? 40 : 12);
    return switch (turn) {
      case 5 -> console(null);
      case 7 -> console(directory.users().get(stream % directory.users().size()));
      case 9 -> federated(stream);
      case 11 ->
          person(stream, directory.deletedUsers().get(stream % directory.deletedUsers().size()));
      default -> keyed(directory.apiKeys().get(stream % directory.apiKeys().size()), stream);
    };
  }

  private Source console(@Nullable User user) {
    Actor actor = user == null ? new Actor.Nobody() : new Actor.Person(user);
    return new Source(
        null,
        false,
        null,
        user == null ? null : user.id(),
        null,
        "claude_console",
        actor,
        Long.MAX_VALUE);
  }

  private Source person(int stream, User user) {
    Workspace space = space(stream);
    return new Source(
        space.id(),
        space.usOnly(),
        null,
        user.id(),
        null,
        "claude_code",
        new Actor.Person(user),
        end(space));
  }

  private Source federated(int stream) {
    Workspace space = space(stream);
    ServiceAccount account =
        directory.serviceAccounts().get(stream % directory.serviceAccounts().size());
    Actor actor = new Actor.Robot(account.id(), account.name());
    return new Source(
        space.id(), space.usOnly(), null, null, account.id(), "messages_api", actor, end(space));
  }

  private Source keyed(ApiKey key, int stream) {
    Workspace space = key.workspaceId() == null ? space(stream) : named(key.workspaceId());
    String id = directory.isDefault(space.id()) ? null : space.id();
    return new Source(
        id,
        space.usOnly(),
        key.id(),
        null,
        null,
        stream % 6 == 4 ? "claude_code" : "messages_api",
        actor(key),
        end(space));
  }

  private Actor actor(ApiKey key) {
    if (key.userId() != null) {
      return new Actor.Person(
          directory.users().stream()
              .filter(u -> u.id().equals(key.userId()))
              .findFirst()
              .orElseThrow());
    }
    return key.serviceAccountId() == null
        ? new Actor.Key(key.id(), key.name())
        : new Actor.Robot(key.serviceAccountId(), key.name());
  }

  private Workspace space(int stream) {
    return directory.workspaces().get(stream % directory.workspaces().size());
  }

  private Workspace named(String id) {
    return directory.workspaces().stream()
        .filter(w -> w.id().equals(id))
        .findFirst()
        .orElse(directory.defaultWorkspace());
  }

  private static long end(Workspace space) {
    Instant archived = space.archivedAt();
    return archived == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(Instant.EPOCH, archived);
  }

  /** Everything of a lane but the model and its conditions. */
  private record Source(
      @Nullable String workspaceId,
      boolean us,
      @Nullable String apiKeyId,
      @Nullable String accountId,
      @Nullable String serviceAccountId,
      String product,
      Actor actor,
      long until) {

    Lane lane(
        int index,
        Model model,
        Tier tier,
        Context context,
        Geo geo,
        Speed speed,
        long from,
        long to) {
      String what =
          tier == Tier.BATCH && product.equals("messages_api") ? "message_batches_api" : product;
      return new Lane(
          index,
          workspaceId,
          apiKeyId,
          accountId,
          serviceAccountId,
          model,
          tier,
          context,
          geo,
          speed,
          what,
          actor,
          -1,
          from,
          to);
    }

    Lane inCell(Lane lane, int cell) {
      return new Lane(
          lane.index(),
          workspaceId,
          apiKeyId,
          accountId,
          serviceAccountId,
          lane.model(),
          lane.tier(),
          lane.context(),
          lane.geo(),
          lane.speed(),
          lane.product(),
          actor,
          cell,
          lane.from(),
          lane.to());
    }
  }
}
