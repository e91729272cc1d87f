package dev.outlay.simulator.world;

import java.util.List;
import java.util.Locale;

/** Plausible names; beyond the end of a list they are numbered. */
final class Names {
  private static final List<String> WORKSPACES =
      List.of(
          "Support assistant",
          "Search relevance",
          "Claude Code",
          "Data platform",
          "Billing documents",
          "Mobile app",
          "Fraud review",
          "Localisation",
          "Marketing site",
          "Research sandbox",
          "Onboarding",
          "Contract reader",
          "Quality lab",
          "Internal tools");
  private static final List<String> KEYS =
      List.of(
          "production",
          "staging",
          "nightly-batch",
          "ci-deploy",
          "evals",
          "chat-backend",
          "ingest",
          "summaries",
          "notebook",
          "gateway",
          "mobile-api",
          "agent-runner");
  private static final List<String> GIVEN =
      List.of(
          "Ada", "Bao", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas",
          "Kavya", "Lena", "Mateo", "Nora", "Omar", "Priya", "Quinn", "Rosa", "Sven", "Tomoko",
          "Uma", "Vera", "Wei", "Ximena", "Yusuf", "Zofia");
  private static final List<String> FAMILY =
      List.of(
          "Abara",
          "Berg",
          "Castillo",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Gupta",
          "Haddad",
          "Ito",
          "Jansen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Novak",
          "Okafor",
          "Petrov",
          "Rossi",
          "Silva",
          "Tanaka",
          "Ueda",
          "Varga",
          "Weber",
          "Yilmaz");
  private static final List<String> BOTS =
      List.of("ci-deploy-bot", "nightly-reports", "support-router", "data-sync", "release-notes");
  private static final List<String> ORGANISATIONS =
      List.of(
          "Northwind Labs", "Juniper Freight", "Halden Energy", "Marlow Health", "Tessera Games");

  private Names() {}

  static String workspace(int index) {
    return numbered(WORKSPACES, index, " ");
  }

  static String key(int index) {
    return numbered(KEYS, index, "-");
  }

  static String serviceAccount(int index) {
    return numbered(BOTS, index, "-");
  }

  static String organisation(int index) {
    return numbered(ORGANISATIONS, index, " ");
  }

  static String person(int index) {
    return GIVEN.get(index % GIVEN.size())
        + " "
        + FAMILY.get((index * 7 + index / GIVEN.size()) % FAMILY.size());
  }

  static String email(int index) {
    String local = person(index).toLowerCase(Locale.ROOT).replace(' ', '.');
    int round = index / (GIVEN.size() * FAMILY.size());
    return local + (round == 0 ? "" : String.valueOf(round + 1)) + "@northwind.example";
  }

  private static String numbered(List<String> names, int index, String gap) {
    String name = names.get(index % names.size());
    return index < names.size() ? name : name + gap + (index / names.size() + 1);
  }
}
