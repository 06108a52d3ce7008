package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Tile;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.explore.ExploreCharts.Shape;

import static org.assertj.core.api.Assertions.assertThat;

class AreasTest {
    private static final List<String> BY = List.of("ServiceName", "RegionId");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private final ScreenContext context = SampleWorkspace.context();

    private static CostTable.Row row(String service, String region, String cost) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("ServiceName", service);
        key.put("RegionId", region);
        return new CostTable.Row(key, null, new BigDecimal(cost));
    }

    private static CostTable table(String total, String residual, CostTable.Row... rows) {
        return new CostTable(CostMetric.EFFECTIVE, "USD", DAY, DAY, null, List.of(rows), new BigDecimal(total),
                new BigDecimal(residual), true, "");
    }

    private static Filter filter() {
        return Filter.of(new Days(DAY, DAY), "USD").withGroupBy(BY);
    }

    @Test
    void creditsHaveNoAreaAndAreSaidInstead() {
        Areas areas = Areas.of(BY, table("68", "3", row("Compute", "eu", "60"), row("Compute", "us", "25"),
                row("Storage", "eu", "10"), row("Support", "", "0"), row("Compute", "", "-30")));
        assertThat(areas.areas()).extracting(area -> area.value() + " " + area.cost()).containsExactly("Compute 85",
                "Storage 10");
        assertThat(areas.drawn()).isEqualByComparingTo("98");
        assertThat(areas.drawn().add(areas.left())).isEqualByComparingTo(areas.total());
        assertThat(ExploreCharts.leftOut(filter(), areas)).contains("$98.00", "\u2212$30.00 (groups: 1)", "$68.00");
        ChartSpec chart = ExploreCharts.of(filter(), areas, List.of("Compute", "Storage"));
        assertThat(chart.tiles()).extracting(Tile::label).containsExactly("Compute", "Storage", "Smaller groups");
        assertThat(areas.valueAt(1)).isEqualTo("Compute");
        assertThat(areas.valueAt(2)).isEqualTo("Storage");
        assertThat(areas.valueAt(3)).isNull();
    }

    @Test
    void aRestBelowZeroIsNotDrawnEither() {
        Areas areas = Areas.of(BY, table("55", "-5", row("Compute", "eu", "60")));
        assertThat(areas.rest()).isZero();
        assertThat(areas.left()).isEqualByComparingTo("-5");
        assertThat(areas.drawn().add(areas.left())).isEqualByComparingTo("55");
    }

    @Test
    void areasOfTheSampleAddUpToItsTotalAndAClickStepsInside() {
        ExploreModel model = new ExploreModel(context);
        model.shapeProperty().set(Shape.TREEMAP);
        model.refresh();
        Areas areas = model.areasProperty().get();
        assertThat(areas.by()).isEqualTo(context.filter().groupBy());
        assertThat(areas.drawn().add(areas.left())).isEqualByComparingTo(model.outermostProperty().get().total());
        new ExploreActions(context, model).stepInto(areas, 0);
        String first = areas.areas().getFirst().value();
        assertThat(context.filter().conditions()).containsExactly(Condition.keep("ServiceName", first));
        model.refresh();
        Areas inside = model.areasProperty().get();
        assertThat(inside.by()).containsExactly("tag:app.kubernetes.io/name");
        assertThat(inside.total()).isEqualByComparingTo(areas.areas().getFirst().cost());
        new ExploreActions(context, model).stepInto(inside, 0);
        model.refresh();
        assertThat(context.filter().conditions()).hasSize(2);
        new ExploreActions(context, model).stepInto(model.areasProperty().get(), 0);
        assertThat(context.filter().conditions()).hasSize(2);
    }

    @Test
    void noTreemapAsksNothing() {
        ExploreModel model = new ExploreModel(context);
        model.refresh();
        assertThat(model.areasProperty().get()).isNull();
    }
}
