package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Grain;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class ExploreModelTest {
    private final ScreenContext context = SampleWorkspace.context();

    private ExploreModel refreshed() {
        ExploreModel model = new ExploreModel(context);
        model.refresh();
        return model;
    }

    private static BigDecimal sum(List<GroupRow> rows) {
        return rows.stream().map(row -> row.cost().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void groupsAndTheRestAddUpToTheTotalOnEveryLevel() {
        ExploreModel model = refreshed();
        Level outermost = model.outermostProperty().get();
        assertThat(sum(outermost.rows())).isEqualByComparingTo(outermost.total());
        assertThat(outermost.against()).startsWith("vs ");
        GroupRow first = outermost.rows().getFirst();
        List<Level> below = new ArrayList<>();
        model.below(first, below::add);
        assertThat(below.getFirst().total()).isEqualByComparingTo(first.cost().amount());
        assertThat(sum(below.getFirst().rows())).isEqualByComparingTo(first.cost().amount());
        assertThat(below.getFirst().rows()).allSatisfy(row -> assertThat(row.leaf()).isTrue());
    }

    @Test
    void everyGrainAddsUpToTheSameAsTheGroups() {
        BigDecimal total = refreshed().outermostProperty().get().total();
        for (Grain grain : Grain.values()) {
            context.filterProperty().set(context.filter().withGrain(grain));
            Layers layers = refreshed().layersProperty().get();
            assertThat(layers.sum(0, layers.steps().size() - 1)).as(grain.name()).isEqualByComparingTo(total);
        }
    }

    @Test
    void moreGroupsThanColoursGoIntoOneLayer() {
        Layers layers = refreshed().layersProperty().get();
        assertThat(layers.layers()).hasSize(ExploreLoad.LAYERS);
        assertThat(layers.others()).isNotNull();
        assertThat(layers.steps()).hasSize(31);
        assertThat(layers.incompleteFrom()).isNotNull();
    }

    @Test
    void fewerLayersOnRequestAndTheSameTotal() {
        ExploreModel model = refreshed();
        Layers seven = model.layersProperty().get();
        model.topProperty().set(3);
        Layers three = model.layersProperty().get();
        assertThat(three.layers()).hasSize(3);
        assertThat(three.sum(0, 30)).isEqualByComparingTo(seven.sum(0, 30));
    }

    @Test
    void groupsBeyondTheListedOnesAreARowOfTheirOwn() {
        context.filterProperty().set(context.filter().withGroupBy(List.of("ChargeDescription", "ResourceId")));
        Level level = refreshed().outermostProperty().get();
        assertThat(level.fromCube()).isFalse();
        assertThat(sum(level.rows())).isEqualByComparingTo(level.total());
        GroupRow rest = GroupRow.rest(List.of("a"), Money.of("2", "USD"), 0.1);
        assertThat(rest.name()).isEqualTo("Smaller groups");
        assertThat(new ExploreActions(context, new ExploreModel(context)).canFilter(rest)).isFalse();
        assertThat(GroupText.csv(List.of("ServiceName", "tag:x"), List.of(rest))).contains("\na,Smaller groups,2,USD");
    }

    @Test
    void markedDaysNarrowTheGroupsAndNotTheChart() {
        ExploreModel model = refreshed();
        Layers layers = model.layersProperty().get();
        model.mark(ExploreCharts.x(LocalDate.parse("2026-10-07")) - 40_000,
                ExploreCharts.x(LocalDate.parse("2026-10-09")) + 40_000);
        assertThat(model.markedProperty().get())
                .isEqualTo(new Days(LocalDate.parse("2026-10-07"), LocalDate.parse("2026-10-09")));
        assertThat(model.layersProperty().get()).isSameAs(layers);
        assertThat(model.outermostProperty().get().total()).isEqualByComparingTo(layers.sum(6, 8));
    }

    @Test
    void aMarkedWeekIsCutAtThePeriod() {
        context.filterProperty().set(context.filter().withGrain(Grain.WEEKLY));
        ExploreModel model = refreshed();
        double monday = ExploreCharts.x(LocalDate.parse("2026-09-28"));
        model.mark(monday - 10, monday + 10);
        assertThat(model.markedProperty().get())
                .isEqualTo(new Days(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-04")));
    }

    @Test
    void aGroupBecomesAConditionOfItsOwnDimension() {
        ExploreModel model = refreshed();
        ExploreActions actions = new ExploreActions(context, model);
        List<Level> below = new ArrayList<>();
        model.below(model.outermostProperty().get().rows().getFirst(), below::add);
        GroupRow leaf = below.getFirst().rows().getFirst();
        actions.filter(leaf, false);
        assertThat(context.filter().conditions())
                .containsExactly(Condition.keep("tag:app.kubernetes.io/name", leaf.value()));
        model.refresh();
        assertThat(model.outermostProperty().get().rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.path()).hasSize(1));
    }

    @Test
    void aNewGroupIsCalledNewAndNotInfinite() {
        GroupRow row = new GroupRow(List.of("a"), Money.of("5", "USD"), new BigDecimal("5"), BigDecimal.ZERO, 0.5,
                new double[0], true, false);
        assertThat(row.change()).isEqualTo("new");
        assertThat(row.moved()).isNaN();
    }

    @Test
    void copiedAmountsAreWhole() {
        GroupRow row = new GroupRow(List.of("a, \"b\"", "c"), Money.of("1234.500000000000000001", "USD"), null, null, 1,
                new double[0], true, false);
        assertThat(GroupText.csv(List.of("ServiceName", "tag:x"), List.of(row)))
                .isEqualTo("""
                           ServiceName,tag:x,Cost,Currency,ComparedCost,CostBefore
                           "a, ""b""\",c,1234.500000000000000001,USD,,
                           """);
        assertThat(GroupText.tsv(List.of("ServiceName"), List.of(row)))
                .contains("a, \"b\"\t1234.500000000000000001\tUSD");
    }

    @Test
    void namesThatASpreadsheetWouldRunAreText() {
        GroupRow row = new GroupRow(List.of("=1+1"), Money.of("-5", "USD"), null, null, 1, new double[0], true, false);
        assertThat(GroupText.csv(List.of("ServiceName"), List.of(row))).contains("\n'=1+1,-5,USD,,\n");
        assertThat(GroupText.tsv(List.of("ServiceName"), List.of(row))).contains("\n'=1+1\t-5\tUSD");
    }
}
