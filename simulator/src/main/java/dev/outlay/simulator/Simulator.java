package dev.outlay.simulator;

import dev.outlay.simulator.api.Desk;
import dev.outlay.simulator.api.Policy;
import dev.outlay.simulator.fault.Faults;
import dev.outlay.simulator.http.Requests;
import dev.outlay.simulator.http.Server;
import dev.outlay.simulator.world.Organisation;
import dev.outlay.simulator.world.Report;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A running simulator of the Admin API on 127.0.0.1. */
public final class Simulator implements AutoCloseable {
  private final Server server;
  private final Requests requests;
  private final Faults faults;
  private final List<Organisation> organisations;

  private Simulator(
      Server server, Requests requests, Faults faults, List<Organisation> organisations) {
    this.server = server;
    this.requests = requests;
    this.faults = faults;
    this.organisations = organisations;
  }

  public static Simulator start(Settings settings) {
    List<Organisation> organisations = organisations(settings);
    Requests requests = new Requests();
    Policy policy =
        new Policy(
            settings.spendLimits(),
            settings.analytics(),
            settings.costToday(),
            settings.rateLimits());
    Desk desk =
        new Desk(
            numbered(settings.keys(), organisations),
            numbered(settings.oauthTokens(), organisations),
            policy,
            settings.clock(),
            settings.seed());
    Faults faults = new Faults(settings.clock());
    Server server =
        Server.start(settings.port(), request -> faults.answer(request, desk), requests);
    return new Simulator(server, requests, faults, organisations);
  }

  private static List<Organisation> organisations(Settings settings) {
    Instant now = settings.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate since = settings.since().orElse(today.minusDays(settings.size().historyDays()));
    return IntStream.range(0, settings.organizations())
        .mapToObj(place ->
            Organisation.found(
                settings.seed(), place, settings.size(), since, now, settings.noise()))
        .toList();
  }

  private static Map<String, Organisation> numbered(
      Set<String> credentials, List<Organisation> owners) {
    Map<String, Organisation> numbered = new HashMap<>();
    for (String credential : credentials) {
      for (int place = 0; place < owners.size(); place++) {
        numbered.put(place == 0 ? credential : credential + "-" + (place + 1), owners.get(place));
      }
    }
    return numbered;
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}. */
  public URI url() {
    return server.url();
  }

  /** Everything asked so far. */
  public Requests requests() {
    return requests;
  }

  /** What goes wrong; may be changed while running. */
  public Faults faults() {
    return faults;
  }

  /** The organisations in order; what they hold is the truth behind the reports. */
  public List<Organisation> organisations() {
    return organisations;
  }

  /** From now on one UTC day's figures of the first organisation are {@code percent} of before. */
  public void revise(Report report, LocalDate day, int percent) {
    organisations.getFirst().amendments().revise(report, day, percent);
  }

  /** From now on rows of this key, workspace, account or model are gone from a UTC day. */
  public void vanish(Report report, LocalDate day, String id) {
    organisations.getFirst().amendments().vanish(report, day, id);
  }

  /** From now on buckets that begin in the half-open range have no rows. */
  public void empty(Report report, Instant from, Instant to) {
    organisations.getFirst().amendments().empty(report, from, to);
  }

  @Override
  public void close() {
    server.close();
  }
}
