package dev.outlay.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outlay.access.Role;
import dev.outlay.ask.Asking;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Grain;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Period;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be asked: measures, dimensions and their values. */
public record CatalogueApi(Asking asking) {
  private static final Parameter<String> DIMENSION =
      Parameter.text("dimension", "Of which dimension.").must().example("model");
  private static final Parameter<String> CONTAINS =
      Parameter.text("contains", "Only those whose id or name contains it, in any case.");
  private static final Parameter<Integer> LIMIT =
      Parameter.number("limit", "How many at most; 50 without.", 1, 1000);

  @Says("Everything that may be asked.")
  record AskCatalogue(
      List<MeasureTold> measures,
      List<DimensionTold> dimensions,
      @Says("What time may be cut into.") List<String> grains,
      @Says("The periods that have a name.") List<String> periods) {}

  @Says("One measure.")
  record MeasureTold(
      String name,
      String title,
      String unit,
      @Says("How to write it: money, count, percent, rate.") String format,
      String meaning,
      String formula,
      @Says("Where it comes from, the first that has all dimensions asked for.")
          List<String> datasets,
      @Says("What it may be grouped by.") List<String> dimensions) {}

  @Says("One dimension.")
  record DimensionTold(
      String name,
      String title,
      String meaning,
      @Says("What rows without a value are called.") Optional<String> unnamed) {}

  @Says("Values of a dimension.")
  record DimensionValues(List<DimensionValue> values) {}

  @Says("One value of a dimension.")
  record DimensionValue(
      @Says("Null where there is none, which is a group of its own.")
          @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String id,
      @Says("What people call it.") String name) {}

  public List<Endpoint> endpoints() {
    Access access = Access.of(Role.VIEWER).alsoLimited();
    return List.of(
        Endpoint.get("/api/v1/catalogue", AskCatalogue.class)
            .says("The measures and dimensions there are.")
            .access(access)
            .kept()
            .by(_ -> Reply.of(told(asking.catalogue()))),
        Endpoint.get("/api/v1/values", DimensionValues.class)
            .says("The values a dimension has, for filters.")
            .takes(DIMENSION, CONTAINS, LIMIT)
            .access(access)
            .kept()
            .by(this::values));
  }

  private static AskCatalogue told(Catalogue catalogue) {
    return new AskCatalogue(
        catalogue.measures().stream().map(each -> told(catalogue, each)).toList(),
        catalogue.dimensions().stream().map(CatalogueApi::told).toList(),
        Arrays.stream(Grain.values()).map(Grain::toString).toList(),
        Period.NAMES);
  }

  private static MeasureTold told(Catalogue catalogue, Measure measure) {
    return new MeasureTold(
        measure.name(),
        measure.title(),
        measure.unit().toString(),
        measure.unit().format(),
        measure.meaning(),
        measure.formula(),
        catalogue.data(measure).stream().map(Data::table).toList(),
        List.copyOf(catalogue.dimensions(measure)));
  }

  private static DimensionTold told(Dimension dimension) {
    return new DimensionTold(
        dimension.name(),
        dimension.title(),
        dimension.meaning(),
        Optional.of(dimension.unnamed()).filter(text -> !text.isEmpty()));
  }

  private Reply values(Call call) {
    return Reply.of(
        new DimensionValues(
            asking
                .values(
                    call.get(DIMENSION),
                    call.get(CONTAINS, ""),
                    call.get(LIMIT, 50),
                    AskApi.reach(call.caller()))
                .stream()
                .map(each -> new DimensionValue(each.id(), each.name()))
                .toList()));
  }
}
