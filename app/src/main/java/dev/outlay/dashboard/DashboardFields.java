package dev.outlay.dashboard;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dashboard.Dashboard.ManagedIn;
import java.util.List;
import java.util.regex.Pattern;

/** Dashboards as somebody wrote them: a title and widgets by id. */
public record DashboardFields(ManagedIn managedIn, WidgetRules rules) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final List<String> KNOWN = List.of("title", "widgets");

  /**
   * Reads {@code dashboards:} or what was saved.
   *
   * @throws WrongUse in one line with its place
   */
  public List<Dashboard> read(Written written) {
    return fields(written, "dashboards takes names and what is on them")
        .fields()
        .entrySet()
        .stream()
        .map(each -> dashboard(each.getKey(), each.getValue()))
        .toList();
  }

  private Dashboard dashboard(String id, Written written) {
    Written.Fields fields = fields(written, "dashboard " + id + " takes title and widgets");
    checkId(id, written.place());
    checkNames(id, fields);
    return new Dashboard(id, title(id, fields), widgets(id, fields), managedIn);
  }

  private List<Widget> widgets(String id, Written.Fields fields) {
    Written widgets = fields.fields().get("widgets");
    if (widgets == null) {
      throw new WrongUse(fields.place() + ": dashboard " + id + " has no widgets");
    }
    return fields(widgets, "widgets takes names and what they show").fields().entrySet().stream()
        .map(each -> widget(each.getKey(), each.getValue()))
        .toList();
  }

  private Widget widget(String id, Written written) {
    checkId(id, written.place());
    Widget widget =
        new WidgetFields(id, fields(written, "widget " + id + " takes kind, title, measure …"))
            .read();
    rules
        .breach(widget)
        .ifPresent(breach -> {
          throw new WrongUse(written.place() + ": widget " + id + ": " + breach);
        });
    return widget;
  }

  private static String title(String id, Written.Fields fields) {
    return fields.fields().get("title") instanceof Written.Text(var text, _) ? text.strip() : id;
  }

  private static void checkId(String id, String place) {
    if (!ID.matcher(id).matches()) {
      throw new WrongUse(
          place + ": " + id + " is no name for it: small letters, digits, dash and underscore are");
    }
  }

  private static void checkNames(String id, Written.Fields fields) {
    fields.fields().keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new WrongUse(
              fields.place()
                  + ": dashboard "
                  + id
                  + ": "
                  + name
                  + " means nothing here"
                  + Nearest.hint(name, KNOWN));
        });
  }

  private static Written.Fields fields(Written written, String shape) {
    if (written instanceof Written.Fields fields) {
      return fields;
    }
    throw new WrongUse(written.place() + ": " + shape);
  }
}
