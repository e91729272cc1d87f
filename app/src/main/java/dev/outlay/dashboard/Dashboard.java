package dev.outlay.dashboard;

import java.util.List;
import java.util.Locale;

/**
 * Some widgets on one page.
 *
 * @param id in addresses
 * @param title for people
 * @param managedIn where it can be changed
 */
public record Dashboard(String id, String title, List<Widget> widgets, ManagedIn managedIn) {
  /** Where a dashboard is kept. */
  public enum ManagedIn {
    /** In {@code outlay.yml}; the page shows it only. */
    FILE,
    /** In the store, saved from a page. */
    STORE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Dashboard {
    widgets = List.copyOf(widgets);
  }
}
