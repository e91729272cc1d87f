package dev.outlay.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every command there is, in the order the help shows them. */
final class Commands {
  private static final Map<String, Function<Shell, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("demo", DemoCommand::new);
    ALL.put("check", CheckCommand::new);
    ALL.put("sync", SyncCommand::new);
    ALL.put("spend", Spend::new);
    ALL.put("ask", AskCommand::new);
    ALL.put("query", Query::new);
    ALL.put("serve", ServeCommand::new);
    ALL.put("export", ExportCommand::new);
    ALL.put("ingest", IngestCommand::new);
    ALL.put("connections", ConnectionsCommand::new);
    ALL.put("users", UsersCommand::new);
    ALL.put("datasets", DatasetsCommand::new);
    ALL.put("focus", FocusCommand::new);
    ALL.put("simulate", SimulateCommand::new);
    ALL.put("doctor", DoctorCommand::new);
    ALL.put("completion", CompletionCommand::new);
  }

  private Commands() {}

  /**
   * Those a command line may be about. Finding out what a command takes costs time at every start,
   * so where one is named the others stay away.
   */
  static Map<String, Object> named(String[] args, Shell shell) {
    List<String> words = Arrays.asList(args);
    boolean few = words.contains("--version") || ALL.keySet().stream().anyMatch(words::contains);
    boolean all = !few || words.contains("completion");
    return ALL.keySet().stream()
        .filter(name -> all || words.contains(name))
        .collect(
            Collectors.toMap(
                name -> name, name -> make(name, shell), (a, b) -> a, LinkedHashMap::new));
  }

  private static Object make(String name, Shell shell) {
    return ALL.getOrDefault(name, _ -> name).apply(shell);
  }
}
