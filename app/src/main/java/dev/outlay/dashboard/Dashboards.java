package dev.outlay.dashboard;

import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.app.setting.YamlFile;
import dev.outlay.dashboard.Dashboard.ManagedIn;
import dev.outlay.store.Documents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All dashboards: those of the file and those saved from pages. A saved one is kept as the text it
 * would be in the file, so that there is one way to read them. Safe for use by many threads.
 *
 * @param file those of {@code outlay.yml}
 */
public record Dashboards(List<Dashboard> file, Documents documents, WidgetRules rules) {
  private static final String KIND = "dashboard";

  public Dashboards {
    file = List.copyOf(file);
  }

  /** Those of the file first; a saved one of the same id is hidden by it. */
  public List<Dashboard> all() {
    Stream<Dashboard> saved =
        documents.all(KIND).values().stream()
            .flatMap(text -> read(text).stream())
            .filter(each -> inFile(each.id()).isEmpty());
    return Stream.concat(file.stream(), saved).toList();
  }

  public Optional<Dashboard> find(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Saves it, in the place of what was there.
   *
   * @throws WrongUse where a widget breaks a rule, or the file has one of that id
   */
  public Dashboard save(Dashboard dashboard) {
    refuseFile(dashboard.id());
    String text = new DashboardYaml(dashboard).text();
    Dashboard checked = read(text).getFirst();
    documents.put(KIND, dashboard.id(), text);
    return checked;
  }

  /** Forgets it; whether there was any. */
  public boolean remove(String id) {
    refuseFile(id);
    return documents.remove(KIND, id);
  }

  private void refuseFile(String id) {
    if (inFile(id).isPresent()) {
      throw new WrongUse("the dashboard " + id + " is managed in outlay.yml; change it there");
    }
  }

  private Optional<Dashboard> inFile(String id) {
    return file.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private List<Dashboard> read(String text) {
    Written.Fields fields = new YamlFile("the saved dashboard").read(text);
    return Optional.ofNullable(fields.fields().get("dashboards"))
        .map(new DashboardFields(ManagedIn.STORE, rules)::read)
        .orElseThrow(() -> new WrongUse("the saved dashboard has no dashboards"));
  }
}
