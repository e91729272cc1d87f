package dev.outlay.server.api;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Stretch;
import dev.outlay.ask.Unit;
import dev.outlay.server.api.AskAnswer.AskColumn;
import dev.outlay.server.api.AskAnswer.AskGroup;
import dev.outlay.server.api.AskAnswer.AskNote;
import dev.outlay.server.api.AskAnswer.AskPeriod;
import dev.outlay.server.api.AskAnswer.AskRow;
import dev.outlay.server.api.AskAnswer.AskSource;
import dev.outlay.server.api.AskAnswer.AskText;
import dev.outlay.server.api.AskAnswer.AskTotals;
import dev.outlay.server.api.AskAnswer.ColumnKind;
import dev.outlay.server.api.AskAnswer.MissingSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer as the API writes it. */
final class AskJson {
  private AskJson() {}

  static AskAnswer of(Answer answer) {
    return new AskAnswer(
        text(answer.ask()),
        period(answer.period()),
        answer.compared().map(AskJson::period),
        answer.version(),
        answer.settledThrough(),
        answer.columns().stream().map(AskJson::column).toList(),
        answer.rows().stream().map(row -> row(row, answer.compared().isPresent())).toList(),
        totals(answer.totals(), answer.compared().isPresent()),
        answer.missing().stream()
            .map(each -> new MissingSpan(each.connection(), each.dataset(), each.from(), each.to()))
            .toList(),
        answer.notes().stream().map(each -> new AskNote(each.code(), each.text())).toList(),
        answer.sources().stream().map(AskJson::source).toList());
  }

  private static AskText text(Ask ask) {
    Map<String, String> texts = ask.texts();
    return new AskText(
        ask.measures(),
        ask.by(),
        ask.where().toString(),
        Optional.ofNullable(texts.get("grain")),
        ask.period().text(),
        ask.zone().getId().equals("Z") ? "UTC" : ask.zone().getId(),
        Optional.ofNullable(texts.get("compare")),
        Optional.ofNullable(texts.get("order")),
        ask.limit(),
        Optional.ofNullable(texts.get("as_of")));
  }

  private static AskPeriod period(Stretch stretch) {
    return new AskPeriod(stretch.from(), stretch.to(), stretch.text());
  }

  private static AskColumn column(Answer.Column column) {
    return new AskColumn(
        column.name(),
        ColumnKind.valueOf(column.kind().name()),
        column.title(),
        column.unit().map(Unit::toString),
        column.unit().map(Unit::format),
        Optional.of(column.meaning()).filter(text -> !text.isEmpty()),
        column.formula(),
        column.dataset());
  }

  private static AskRow row(Answer.Row row, boolean compared) {
    return new AskRow(
        row.time(),
        row.groups().stream().map(each -> new AskGroup(each.id(), each.name())).toList(),
        values(row.values()),
        compared ? Optional.of(values(row.previous())) : Optional.empty(),
        said(row.provisional()),
        said(row.estimated()),
        Optional.of(row.others()).filter(count -> count > 0));
  }

  private static AskTotals totals(Answer.Totals totals, boolean compared) {
    return new AskTotals(
        values(totals.values()),
        compared ? Optional.of(values(totals.previous())) : Optional.empty(),
        said(totals.partial()),
        said(totals.estimated()));
  }

  private static AskSource source(Answer.Source source) {
    return new AskSource(
        source.measure(),
        source.dataset(),
        Optional.of(source.width()).filter(text -> !text.isEmpty()),
        Optional.of(source.cut()).filter(text -> !text.isEmpty()),
        Optional.of(source.rows()),
        source.settled());
  }

  private static List<@Nullable Object> values(List<@Nullable Number> numbers) {
    return Collections.unmodifiableList(new ArrayList<@Nullable Object>(numbers));
  }

  private static Optional<Boolean> said(boolean so) {
    return so ? Optional.of(true) : Optional.empty();
  }
}
