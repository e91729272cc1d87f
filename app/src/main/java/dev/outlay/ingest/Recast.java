package dev.outlay.ingest;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column with another type or another name: {@code name:type}, {@code name:type:source} or {@code
 * name::source}.
 *
 * @param name as it arrives
 * @param type in which type, where it is said
 * @param source what it is called otherwise
 */
record Recast(String name, Optional<Type> type, String source) {
  private static final String FORM =
      "--columns takes name:type, name:type:source or name::source, not ";

  /** All of them; a comma within brackets parts nothing. */
  static List<Recast> all(String text) {
    List<Recast> all = new ArrayList<>();
    for (String each : text.split(",(?![^()]*\\))", -1)) {
      all.add(of(each.strip()));
    }
    return all;
  }

  private static Recast of(String text) {
    String[] parts = text.split(":", -1);
    boolean named = parts.length == 3 && !parts[2].isBlank();
    boolean says = parts.length > 1 && (named || !parts[1].isBlank());
    if (!says || parts.length > 3 || parts[0].isBlank()) {
      throw new WrongUse(FORM + text);
    }
    Optional<Type> type =
        parts[1].isBlank() ? Optional.empty() : Optional.of(TypeWords.type(parts[1].strip()));
    return new Recast(parts[0].strip(), type, named ? parts[2].strip() : parts[0].strip());
  }

  Form on(Form form) {
    Part part = form.made(source).orElseThrow(() -> unknown(form));
    if (!name.equals(source) && form.made(name).isPresent()) {
      throw new WrongUse("--columns: " + form.source() + " has a column " + name + " already");
    }
    Column before = part.column();
    Type after = type.orElse(before.type());
    Column column = new Column(name, after, before.role(), before.meaning());
    Part changed = after.equals(before.type()) ? part : part.then(Casts.of(name, before, after));
    return form.each(each -> each.column().name().equals(source) ? changed.as(column) : each);
  }

  private WrongUse unknown(Form form) {
    List<String> names = form.parts().stream().map(part -> part.column().name()).toList();
    return new WrongUse(
        "--columns: " + form.source() + " has no column " + source + Nearest.hint(source, names));
  }
}
