package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Questions about the simulated estate of the shared data.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostsTest {
    private static final Cancellation NEVER = Cancellation.never();

    private BillingFixture fixture;
    private Billing billing;

    @BeforeAll
    void load(@TempDir Path folder) {
        Path sample = SharedData.path("joint/sim-dev/focus-1.2.csv.gz");
        fixture = new BillingFixture(folder);
        billing = fixture.billing;
        fixture.load(sample);
        fixture.load(fixture.file("euro.csv", BillingFixture.HEADER,
                BillingFixture.row("7", "1", "AWS", "2026-03-01").replace(",USD,", ",EUR,")));
    }

    @AfterAll
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    private CostTable usd(CostQuery query) {
        return billing.costs(query, NEVER).stream().filter(table -> table.currency().equals("USD")).findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(CostTable table) {
        return table.rows().stream().map(CostTable.Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void cubeEqualsTheRowsToTheLastDigit() {
        String sums = "SELECT source, \"BillingAccountId\", %s, %s, \"BillingCurrency\", \"ChargeCategory\", \"ServiceName\", "
                + "%s, sum(\"BilledCost\"), sum(\"EffectiveCost\"), coalesce(sum(\"ListCost\"), 0), "
                + "coalesce(sum(\"ContractedCost\"), 0), %s FROM %s GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 "
                + "ORDER BY 1, 2, 3, 4, 5, 6, 7, 8";
        String slot = fixture.query("SELECT slot FROM cube_tag WHERE key = 'team'").getFirst();
        assertThat(fixture.query(sums.formatted("\"BillingPeriod\"", "\"ChargeDay\"", "tag_" + slot, "sum(row_count)",
                "cube_daily")))
                .isEqualTo(fixture.query(sums.formatted("CAST(\"BillingPeriodStart\" AS DATE)",
                        "CAST(\"ChargePeriodStart\" AS DATE)", "\"Tags\"['team']", "count(*)", "charge")))
                .hasSizeGreaterThan(500);
    }

    @Test
    void cubeAndRowsGiveTheSameAnswer() {
        CostQuery byService = CostQuery.by(CostMetric.EFFECTIVE, "ServiceName", "tag:team").per(CostQuery.Grain.MONTH);
        CostTable cube = usd(byService);
        CostTable rows = usd(byService.where(CostFilter.not("ResourceName", "no such name")));
        assertThat(cube.fromCube()).isTrue();
        assertThat(rows.fromCube()).isFalse();
        assertThat(rows.rows()).isEqualTo(cube.rows());
        assertThat(sum(cube)).isEqualByComparingTo("224834.0455563091");
        assertThat(cube.sql()).contains("cube_daily");
    }

    @Test
    void currenciesNeverAdd() {
        List<CostTable> tables = billing.costs(CostQuery.by(CostMetric.BILLED), NEVER);
        assertThat(tables).extracting(CostTable::currency).containsExactly("EUR", "USD");
        assertThat(tables.getFirst().total()).isEqualByComparingTo("7");
        assertThat(tables.getLast().total()).isEqualByComparingTo("258794.0455563091");
    }

    @Test
    void deprecatedNamesAnswerUnderTheNameThatWasAsked() {
        CostTable table = usd(CostQuery.by(CostMetric.BILLED, "ProviderName"));
        assertThat(table.rows()).extracting(row -> row.key().keySet()).containsOnly(java.util.Set.of("ProviderName"));
        assertThat(sum(table)).isEqualByComparingTo(table.total());
        assertThatThrownBy(() -> usd(CostQuery.by(CostMetric.BILLED, "Colour"))).isInstanceOfSatisfying(
                StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("UNKNOWN_DIMENSION"));
    }

    @Test
    void topKeepsTheCostliestAndTheRestIsTheResidual() {
        CostTable all = usd(CostQuery.by(CostMetric.EFFECTIVE, "ResourceId"));
        CostTable top = usd(CostQuery.by(CostMetric.EFFECTIVE, "ResourceId").first(5));
        assertThat(top.rows()).isEqualTo(all.rows().subList(0, 5));
        assertThat(top.residual()).isEqualByComparingTo(all.total().subtract(sum(top))).isPositive();
        assertThat(all.residual()).isZero();
    }

    @Test
    void periodAndFiltersCutTheSameWay() {
        LocalDate from = LocalDate.of(2026, 4, 1);
        LocalDate to = LocalDate.of(2026, 4, 30);
        CostTable april = usd(CostQuery.by(CostMetric.BILLED, "ChargeCategory").within(from, to)
                .where(CostFilter.is("BillingCurrency", "USD")));
        String expected = fixture.query("SELECT sum(\"BilledCost\") FROM charge WHERE \"BillingCurrency\" = 'USD' AND "
                + "\"ChargePeriodStart\" >= '2026-04-01' AND \"ChargePeriodStart\" < '2026-05-01'").getFirst();
        assertThat(april.total()).isEqualByComparingTo(expected);
        CostTable noTax = usd(
                CostQuery.by(CostMetric.BILLED).within(from, to).where(CostFilter.not("ChargeCategory", "Tax")));
        BigDecimal tax = april.rows().stream().filter(row -> row.key().containsValue("Tax")).findFirst().orElseThrow()
                .cost();
        assertThat(noTax.total().add(tax)).isEqualByComparingTo(expected);
    }

    @Test
    void dailySeriesCoverEveryDayAndAddUp() {
        List<KeyedSeries> series = billing.daily(CostQuery.by(CostMetric.EFFECTIVE, "ServiceName"), NEVER);
        BillingSpan span = billing.span().orElseThrow();
        BigDecimal total = BigDecimal.ZERO;
        for (KeyedSeries each : series) {
            assertThat(each.start()).isEqualTo(span.first());
            assertThat(each.length()).isEqualTo(new Days(span.first(), span.last()).count());
            if (each.currency().equals("USD")) {
                total = Arrays.stream(each.cost()).reduce(total, BigDecimal::add);
            }
        }
        assertThat(total).isEqualByComparingTo("224834.0455563091");
        List<KeyedSeries> usage = billing.daily(CostQuery.by(CostMetric.BILLED, "ChargeCategory").onlyUsage(), NEVER);
        assertThat(usage).allSatisfy(each -> assertThat(each.key()).isEqualTo(Map.of("ChargeCategory", "Usage")));
    }

    @Test
    void quantityIsGivenOnlyInOneUnit() {
        KeyedSeries all = billing
                .daily(CostQuery.by(CostMetric.EFFECTIVE).where(CostFilter.is("BillingCurrency", "USD")), NEVER)
                .getFirst();
        assertThat(all.unit()).isEmpty();
        assertThat(all.quantity()).containsOnly(Double.NaN);
        KeyedSeries machines = billing.daily(CostQuery.by(CostMetric.EFFECTIVE, "ServiceName")
                .where(CostFilter.is("ServiceName", "Virtual Machines")), NEVER).getFirst();
        double expected = Double.parseDouble(fixture.query("SELECT sum(\"ConsumedQuantity\") FROM charge "
                + "WHERE \"ServiceName\" = 'Virtual Machines'").getFirst());
        assertThat(machines.unit()).isEqualTo("Hours");
        assertThat(Arrays.stream(machines.quantity()).sum()).isCloseTo(expected,
                org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void drillDownShowsTheChargesWithFileAndLine() {
        var page = billing.rows(CostQuery.by(CostMetric.BILLED).where(CostFilter.is("ChargeCategory", "Tax")), 0, 50);
        assertThat(page.columns()).startsWith("File", "Line", "source").contains("BilledCost", "Tags", "Extensions");
        assertThat(page.rows()).hasSize(Integer.parseInt(fixture.query(
                "SELECT count(*) FROM charge WHERE \"ChargeCategory\" = 'Tax'").getFirst()));
        assertThat(String.valueOf(page.rows().getFirst().getFirst())).endsWith("focus-1.2.csv.gz");
    }

    @Test
    void resourcesComeWithCostAndTags() {
        BillingSpan span = billing.span().orElseThrow();
        List<ResourceCost> resources = billing.resources(new Days(span.first(), span.last()), NEVER);
        ResourceCost machine = resources.stream().filter(each -> each.resourceId().endsWith("i-000b0000000000000"))
                .findFirst().orElseThrow();
        assertThat(machine.tags()).containsEntry("team", "ingest");
        assertThat(machine.skuDetails()).contains("r6i.2xlarge");
        assertThat(machine.effective()).isEqualByComparingTo(fixture.query("SELECT sum(\"EffectiveCost\") FROM charge "
                + "WHERE \"ResourceId\" LIKE '%i-000b0000000000000'").getFirst());
    }

    @Test
    void catalogSaysWhatIsLoaded() {
        assertThat(billing.summary().rows()).isEqualTo(7892);
        assertThat(billing.summary().currencies()).containsExactly("USD", "EUR");
        assertThat(billing.imports()).extracting(LoadedFile::present).containsExactly(7891L, 1L);
        assertThat(billing.imports()).extracting(LoadedFile::days).containsExactly(
                new Days(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-06-30")),
                new Days(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")));
        assertThat(billing.imports().getFirst().totals().get("USD").billed()).isEqualByComparingTo("258794.0455563091");
        assertThat(billing.dimensions()).contains(new Dimension("ServiceName", Dimension.Kind.FOCUS, true),
                new Dimension("ResourceId", Dimension.Kind.FOCUS, false),
                new Dimension("tag:team", Dimension.Kind.TAG, true));
        assertThat(billing.values("BillingCurrency", 5)).containsExactly("USD", "EUR");
        assertThat(billing.values("SkuId", 3)).hasSize(3);
    }
}
