package dev.outlay.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outlay.access.Role;
import dev.outlay.people.KeyUse;
import dev.outlay.people.Keys;
import dev.outlay.people.KeysAnswer;
import dev.outlay.people.Named;
import dev.outlay.people.Owner;
import dev.outlay.people.Remark;
import dev.outlay.price.PriceBook;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import dev.outlay.store.Answers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys: whose they are, and what was done with them. */
public record KeysApi(Answers answers, PriceBook book) {
  private static final String USUAL = "30d";

  @Says("The API keys of all connections.")
  record KeyList(
      @Says("The dearest first; the one without an id stands for use without a key.")
          List<KeyLine> keys,
      @Says("What one should know to read it.") List<Remark> notes) {}

  @Says("One API key and what was done with it in the period.")
  record KeyLine(
      @Says("Null for what is used without a key: Console and sign-in traffic.")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String id,
      String name,
      @Says("The visible part of the key.") Optional<String> hint,
      @Says(
              "As the API spells it; unknown where only usage names it, deleted where the directory no"
                  + " longer has it, none without a key.")
          String status,
      @Says("Where it is valid.") KeyWorkspace workspace,
      @Says("Left out where nobody is known.") Optional<Owner> owner,
      Optional<Instant> createdAt,
      @Says("Left out for never.") Optional<Instant> expiresAt,
      @Says("Whole days since it was made.") Optional<Long> ageDays,
      @Says("Start of the last bucket with use, of all that is collected.")
          Optional<Instant> lastUsed,
      @Says("Of that bucket; within it the time is not known.") Optional<String> lastUsedWidth,
      @Says("Of all kinds.") long tokens,
      @Says("USD; left out where nothing of its use has a price.") Optional<BigDecimal> cost,
      @Says("Whether any of it is tokens times prices rather than billed.") boolean costIsEstimate,
      @Says("Whether the true cost may be higher.") boolean costIsLowerBound,
      @Says("Tokens without a price, which are in no cost.") long unpricedTokens,
      @Says("Used in the period, the most used first.") List<String> models,
      String connection) {
    static KeyLine of(KeyUse key) {
      return new KeyLine(
          key.id().orElse(null),
          key.name(),
          key.hint(),
          key.status(),
          KeyWorkspace.of(key),
          key.owner(),
          key.createdAt(),
          key.expiresAt(),
          key.ageDays(),
          key.lastUsed(),
          key.lastUsedWidth(),
          key.tokens(),
          key.cost(),
          key.costIsEstimate(),
          key.costIsLowerBound(),
          key.unpricedTokens(),
          key.models(),
          key.connection());
    }
  }

  @Says("A workspace, or where there is none what stands in its place.")
  record KeyWorkspace(
      @Says("Null for the default workspace and for no workspace.")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String id,
      String name) {
    static KeyWorkspace of(KeyUse key) {
      return key.workspace().map(KeyWorkspace::of).orElse(new KeyWorkspace(null, none(key)));
    }

    private static KeyWorkspace of(Named named) {
      return new KeyWorkspace(named.id().isEmpty() ? null : named.id(), named.name());
    }

    private static String none(KeyUse key) {
      return key.createdAt().isPresent() ? "Whole organisation" : "Unknown";
    }
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/keys", KeyList.class)
            .says("API keys with owner, last use and what they cost.")
            .takes(PeriodParameters.period(USUAL), PeriodParameters.ZONE)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .kept(call -> PeriodParameters.moment(call, USUAL, ChronoUnit.HOURS))
            .by(call -> Reply.of(keys(call))));
  }

  private KeyList keys(Call call) {
    KeysAnswer answer =
        new Keys(answers, book)
            .read(PeriodParameters.span(call, USUAL), call.at(), call.caller().workspaces());
    return new KeyList(answer.keys().stream().map(KeyLine::of).toList(), answer.notes());
  }
}
