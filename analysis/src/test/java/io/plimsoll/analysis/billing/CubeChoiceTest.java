package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The user says which tags and columns the cube has.
class CubeChoiceTest extends BillingTest {
    private static final Cancellation NEVER = Cancellation.never();

    private static String tagged(String cost, String day, String service, String tags) {
        return BillingFixture.row(cost, "1", "AWS", day.substring(0, 7), day, service, tags);
    }

    private void loadTwoMonths() {
        fixture.load(fixture.focus("a.csv",
                tagged("1.000000000000000001", "2026-03-01", "Compute", "{\"team\": \"a\", \"ResourceType\": \"x\"}"),
                tagged("2", "2026-03-01", "Compute", "{\"team\": \"b\"}"),
                tagged("3", "2026-04-02", "Storage", "{\"team\": \"a\", \"app\": \"web\"}"),
                tagged("-4", "2026-04-02", "Storage", "{}")));
    }

    private void choose(String... dimensions) {
        fixture.billing.chooseCube(List.of(dimensions), Progress.NONE, NEVER);
    }

    private List<CostTable> answers() {
        List<CostTable> answers = new ArrayList<>();
        for (CostMetric metric : CostMetric.values()) {
            for (String dimension : List.of("tag:team", "tag:app", "ChargeFrequency", "RegionName", "ServiceName",
                    "SkuMeter")) {
                answers.addAll(fixture.billing.costs(CostQuery.by(metric, dimension, "BillingPeriodStart")
                        .per(CostQuery.Grain.DAY), NEVER));
            }
        }
        return answers;
    }

    private static List<String> figures(List<CostTable> tables) {
        return tables.stream().map(table -> table.currency() + table.total().toPlainString() + table.rows()).toList();
    }

    @Test
    void importsGiveColumnsToCommonTagsUntilTheUserChooses() {
        loadTwoMonths();
        assertThat(fixture.billing.cube(NEVER).automatic()).isTrue();
        assertThat(fixture.billing.cube(NEVER).columns()).containsExactlyInAnyOrder("tag:team", "tag:app",
                "tag:ResourceType");
        choose("tag:app", "hostprovidername");
        CubeState state = fixture.billing.cube(NEVER);
        assertThat(state.automatic()).isFalse();
        assertThat(state.columns()).containsExactly("tag:app", "HostProviderName");
        assertThat(state.charges()).isEqualTo(4);
        fixture.load(fixture.focus("b.csv", tagged("5", "2026-05-01", "Compute", "{\"new\": \"n\"}")));
        assertThat(fixture.billing.cube(NEVER).columns()).containsExactly("tag:app", "HostProviderName");
        fixture.billing.automaticCube(Progress.NONE, NEVER);
        assertThat(fixture.billing.cube(NEVER).columns()).hasSize(4).contains("tag:new", "tag:team");
        assertThat(fixture.query("SELECT count(*) FROM ledger WHERE kind = 'cube'")).containsExactly("2");
    }

    /// Dimensions are counted once for a bill and a cube.
    @Test
    void whatIsLoadedOrChosenShowsInTheDimensions() {
        assertThat(fixture.billing.dimensions()).isEmpty();
        loadTwoMonths();
        Dimension team = new Dimension("tag:team", Dimension.Kind.TAG, true);
        assertThat(fixture.billing.dimensions()).contains(team).isEqualTo(fixture.billing.dimensions());
        choose("tag:app");
        assertThat(fixture.billing.dimensions()).doesNotContain(team)
                .contains(new Dimension("tag:team", Dimension.Kind.TAG, false));
        fixture.load(fixture.focus("b.csv", tagged("5", "2026-05-01", "Compute", "{\"new\": \"n\"}")));
        assertThat(fixture.billing.dimensions()).contains(new Dimension("tag:new", Dimension.Kind.TAG, false));
        fixture.billing.automaticCube(Progress.NONE, NEVER);
        assertThat(fixture.billing.dimensions()).contains(team);
    }

    @Test
    void aTagWithTheNameOfAColumnIsNotThatColumn() {
        loadTwoMonths();
        choose("tag:ResourceType", "ResourceType");
        CostTable byTag = fixture.billing.costs(CostQuery.by(CostMetric.BILLED, "tag:ResourceType"), NEVER).getFirst();
        CostTable byColumn = fixture.billing.costs(CostQuery.by(CostMetric.BILLED, "ResourceType"), NEVER).getFirst();
        assertThat(byTag.fromCube()).isTrue();
        assertThat(byColumn.fromCube()).isTrue();
        assertThat(byTag.rows()).hasSize(2);
        assertThat(byColumn.rows()).hasSize(1);
    }

    @Test
    void whatIsNotInTheCubeIsAnsweredFromTheChargesWithTheSameFigures() {
        loadTwoMonths();
        List<String> before = figures(answers());
        choose("tag:app", "ChargeFrequency", "RegionName");
        List<CostTable> after = answers();
        assertThat(figures(after)).isEqualTo(before);
        assertThat(after.stream().filter(CostTable::fromCube)).isNotEmpty().hasSizeLessThan(after.size());
        choose();
        assertThat(figures(answers())).isEqualTo(before);
        assertThat(fixture.billing.cube(NEVER).rows()).isEqualTo(2);
    }

    @Test
    void theSimulatedEstateIsEqualToTheLastDigitWhateverIsChosen() {
        Path sample = SharedData.path("joint/sim-dev/focus-1.2.csv.gz");
        fixture.load(sample);
        List<String> before = figures(answers());
        choose("tag:team", "ServiceSubcategory", "RegionName", "ResourceType", "PricingCategory");
        assertThat(figures(answers())).isEqualTo(before).hasSizeGreaterThan(20);
        CubeState state = fixture.billing.cube(NEVER);
        assertThat(state.charges()).isEqualTo(7891);
        assertThat(state.rows()).isPositive().isLessThan(7891);
        assertThat(fixture.query("SELECT sum(\"BilledCost\") FROM cube_daily"))
                .isEqualTo(fixture.query("SELECT sum(\"BilledCost\") FROM charge"));
    }

    @Test
    void aRefusedOrCancelledChoiceChangesNothing() {
        loadTwoMonths();
        String before = fixture.state();
        refused("CUBE_COLUMN", "ResourceId");
        refused("CUBE_COLUMN", "ServiceName");
        refused("UNKNOWN_DIMENSION", "Colour");
        refused("UNKNOWN_DIMENSION", "tag:nobody");
        refused("REPEATED_DIMENSION", "tag:team", "tag:team");
        refused("CUBE_COLUMNS", "tag:1", "tag:2", "tag:3", "tag:4", "tag:5", "tag:6", "tag:7", "tag:8", "tag:9");
        Cancellation cancelled = new Cancellation();
        AtomicReference<String> last = new AtomicReference<>("");
        assertThatThrownBy(() -> fixture.billing.chooseCube(List.of("tag:team"), (step, done) -> {
            last.set(step);
            if (done > 0.5) {
                cancelled.request();
            }
        }, cancelled)).isInstanceOf(RuntimeException.class);
        assertThat(last.get()).isEqualTo("Holding it against the charges");
        assertThat(fixture.state()).isEqualTo(before);
    }

    private void refused(String code, String... dimensions) {
        assertThatThrownBy(() -> choose(dimensions)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.remedy()).isNotEmpty();
        });
    }

    @Test
    void candidatesSayHowManyValuesAndChargesTheyHave() {
        loadTwoMonths();
        choose("tag:team");
        CubeState state = fixture.billing.cube(NEVER);
        assertThat(state.candidates().getFirst()).isEqualTo(new CubeState.Candidate("tag:team", 2, 3, true));
        assertThat(state.candidates()).extracting(CubeState.Candidate::name).contains("tag:app", "tag:ResourceType")
                .doesNotContain("ResourceId", "ServiceName");
        assertThat(state.compaction()).isEqualTo(4.0 / state.rows());
    }

    @Test
    void everyGrainAddsUpToTheSame() {
        loadTwoMonths();
        BigDecimal total = new BigDecimal("2.000000000000000001");
        for (CostQuery.Grain grain : CostQuery.Grain.values()) {
            CostTable table = fixture.billing.costs(CostQuery.by(CostMetric.BILLED).per(grain), NEVER).getFirst();
            assertThat(table.rows().stream().map(CostTable.Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(grain.name()).isEqualByComparingTo(total);
            table.rows().stream().filter(row -> row.period() != null)
                    .forEach(row -> assertThat(grain.start(row.period())).isEqualTo(row.period()));
        }
    }
}
